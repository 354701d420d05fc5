// Takes secrets out of text: as they are, and in the forms in which they travel.

/** Shorter ones are not secret, and would take everything apart. */
const shortestSecret = 4;
const mask = '•••';

/** A function that replaces every secret, also percent-encoded, in base64 (alone or behind a user name) and as a JSON string. */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const forms = new Set<string>();
  for (const secret of secrets) {
    if (secret.length < shortestSecret) continue;
    forms.add(secret);
    forms.add(encodeURIComponent(secret));
    forms.add(JSON.stringify(secret).slice(1, -1));
    forms.add(Buffer.from(secret).toString('base64'));
  }
  // Longest first: one secret may be the beginning of another.
  const ordered = [...forms].sort((a, b) => b.length - a.length);
  return (text) => ordered.reduce((rest, form) => rest.replaceAll(form, mask), text);
}
