// Safe names for attachments: what a mail calls a file must neither leave its folder nor hide what the file is.

const longestName = 120;
/** Controls, and the marks that turn the direction of text: `invoice‮fdp.exe` would read "invoiceexe.pdf". */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu;
/** Not allowed on Windows, or with a meaning to some shell or file system. */
const forbidden = /[<>:"|?*/\\]/g;
/** Names of devices on Windows, with any extension. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)/i;

/**
 * The last part of `name` in a form that every system can store, with its real extension last; `attachment` when nothing is left.
 * At most 120 characters; the extension survives the cut.
 */
export function safeFileName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(hidden, '')
    .replace(forbidden, '_')
    .replace(/\s+/g, ' ')
    // a trailing dot or space vanishes on Windows, a leading dot hides the file elsewhere, a leading dash is an option to programs
    .replace(/[. ]+$/, '')
    .replace(/^[. -]+/, '');
  const safe = reserved.test(plain) ? `_${plain}` : plain;
  return safe === '' ? 'attachment' : cut(safe);
}

/** Extension of a name in lower case with its dot, or ''. */
export function extensionOf(name: string): string {
  return /\.[^. ]{1,20}$/.exec(name)?.[0].toLowerCase() ?? '';
}

/** By code points, so that no character is cut in two. */
function cut(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= longestName) return name;
  const extension = extensionOf(name);
  const kept = characters.slice(0, longestName - Array.from(extension).length).join('');
  return kept.replace(/[. ]+$/, '') + extension;
}
