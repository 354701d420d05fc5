// The checklist of a good reply and a small score with its reasons.
import type { CoachCategory, Severity, SignalName } from './rule-format.ts';

/** What a good reply has, as the composer lists it. `empathy` only where the customer complains. */
export const checklistItems = [
  'greeting',
  'thanks',
  'empathy',
  'ownership',
  'next-step',
  'options',
  'warm-close',
] as const;
export type ChecklistItemName = (typeof checklistItems)[number];

export interface ChecklistItem {
  name: ChecklistItemName;
  isMet: boolean;
}

/** What a reply lacks as a whole; shown in the side panel only. */
export type Advice =
  /** No sentence says what either side does next. */
  | 'no-next-step'
  /** The customer complains, and nothing shows that this was understood. */
  | 'no-empathy';

export type ScoreReason =
  | { kind: 'hit'; ruleId: string; category: CoachCategory; points: number }
  | { kind: 'met' | 'missing'; item: ChecklistItemName; points: number };

const metBy: Readonly<Record<ChecklistItemName, readonly SignalName[]>> = {
  greeting: ['greeting'],
  thanks: ['thanks'],
  empathy: ['empathy'],
  ownership: ['ownership'],
  'next-step': ['concrete-time'],
  options: ['alternative'],
  'warm-close': ['warm-close', 'open-door'],
};

export function checklistOf(signals: ReadonlySet<SignalName>, isComplaint: boolean): ChecklistItem[] {
  return checklistItems
    .filter((name) => name !== 'empathy' || isComplaint)
    .map((name) => ({ name, isMet: metBy[name].some((signal) => signals.has(signal)) }));
}

export function adviceFor(signals: ReadonlySet<SignalName>, isComplaint: boolean): Advice[] {
  const advice: Advice[] = [];
  const hasStep = (['ownership', 'alternative', 'open-door', 'follow-up'] as const).some((signal) =>
    signals.has(signal),
  );
  if (!hasStep) advice.push('no-next-step');
  if (isComplaint && !signals.has('empathy')) advice.push('no-empathy');
  return advice;
}

const most = 100;
// Half of the score is how it is said, half what is in it.
const forChecklist = 50;
const costs: Readonly<Record<Severity, number>> = { high: 20, medium: 10, low: 4 };

/** 0 to 100, and what each point came from. A clean reply that lacks every item of the checklist has 50. */
export function scoreOf(
  hits: readonly { ruleId: string; category: CoachCategory; severity: Severity }[],
  checklist: readonly ChecklistItem[],
): { score: number; reasons: ScoreReason[] } {
  const each = forChecklist / Math.max(1, checklist.length);
  const reasons: ScoreReason[] = [
    ...hits.map(({ ruleId, category, severity }) => ({
      kind: 'hit' as const,
      ruleId,
      category,
      points: -costs[severity],
    })),
    ...checklist.map(({ name, isMet }) => ({
      kind: isMet ? ('met' as const) : ('missing' as const),
      item: name,
      points: isMet ? 0 : -Math.round(each),
    })),
  ];
  const lost = reasons.reduce((sum, { points }) => sum + points, 0);
  return { score: Math.max(0, Math.min(most, most + lost)), reasons };
}
