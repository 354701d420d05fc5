// Cleans the styles of a mail: nothing that fetches, escapes its frame or watches what is typed.

/** Fetch something, or run something on old engines. */
const fetching = /url\s*\(|image-set\s*\(|element\s*\(|expression\s*\(|@import/i;
/** Lift an element out of the mail's own flow. */
const escaping = /^(?:fixed|sticky|absolute)$/i;

/** The declarations of a `style` attribute that may stay. */
export function cleanDeclarations(text: string): string {
  const rules = parse(`x{${text}}`);
  const [rule] = rules;
  // more than one rule: the text had a brace to break out with
  if (rules.length !== 1 || !(rule instanceof CSSStyleRule)) return '';
  return declarationsOf(rule);
}

/** The rules of a `<style>` element that may stay: plain and media rules, without attribute selectors. */
export function cleanSheet(text: string): string {
  return parse(text).map(cleanRule).join('\n');
}

function parse(text: string): CSSRule[] {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text.replace(/<!--|-->/g, ''));
  return [...sheet.cssRules];
}

function cleanRule(rule: CSSRule): string {
  if (rule instanceof CSSMediaRule) {
    return `@media ${rule.conditionText}{${[...rule.cssRules].map(cleanRule).join('')}}`;
  }
  if (!(rule instanceof CSSStyleRule) || rule.selectorText.includes('[')) return '';
  return `${rule.selectorText}{${declarationsOf(rule)}}`;
}

function declarationsOf(rule: CSSStyleRule): string {
  const kept: string[] = [];
  for (const property of rule.style) {
    const value = rule.style.getPropertyValue(property);
    if (fetching.test(value) || (property === 'position' && escaping.test(value))) continue;
    const priority = rule.style.getPropertyPriority(property);
    kept.push(`${property}:${value}${priority === '' ? '' : ' !important'}`);
  }
  return kept.join(';').replaceAll('<', '\\3c ');
}
