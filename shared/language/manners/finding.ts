// What is wrong with a reply before it is sent, whoever found it.

/** block: is not sent like this · ask: is sent once the person has confirmed it · hint: said, nothing more. */
export type Severity = 'block' | 'ask' | 'hint';

export const findingRules = [
  'contact',
  'link',
  'messenger',
  'outsidePayment',
  'payment',
  'elsewhere',
  'rival',
  'away',
  'reviewTrade',
  'promotion',
  'privateContact',
  'privateOrder',
  'privateAddress',
  'privateName',
] as const;
/** The renderer has a title and an explanation for each in every language: `manners.<rule>` and `manners.<rule>.why`. */
export type FindingRule = (typeof findingRules)[number];

export interface Finding {
  rule: FindingRule;
  severity: Severity;
  /** Positions in the text that was checked. */
  from: number;
  to: number;
  /** What stands there. */
  words: string;
}

/** The gravest of the findings; null when there are none. */
export function gravest(findings: readonly Finding[]): Severity | null {
  if (findings.some(({ severity }) => severity === 'block')) return 'block';
  if (findings.some(({ severity }) => severity === 'ask')) return 'ask';
  return findings.length > 0 ? 'hint' : null;
}
