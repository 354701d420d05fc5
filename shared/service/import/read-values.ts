// Reads what people's files hold in a field: dates, amounts, states, directions, in the ways that the three languages write them.
import { foldText } from '../../language/fold.ts';
import type { Order } from '../../model/customer.ts';
import { dayNumber, instantAt } from '../zoned-time.ts';

/** January first; the beginnings of the names, folded. */
const months: readonly RegExp[] = [
  /^(?:jan|oca|ιαν)/,
  /^(?:feb|sub|φεβ)/,
  /^(?:mar|μαρ)/,
  /^(?:apr|nis|απρ)/,
  /^(?:may|μαι)/,
  /^(?:jun|haz|ιουν)/,
  /^(?:jul|tem|ιουλ)/,
  /^(?:aug|agu|αυγ)/,
  /^(?:sep|eyl|σεπ)/,
  /^(?:oct|eki|οκτ)/,
  /^(?:nov|kas|νοε)/,
  /^(?:dec|ara|δεκ)/,
];

/** `7 Kasım 2025`, `Fri, Nov 7, 2025` as 7.11.2025; half days by `am` and `pm` behind the time. */
function inDigits(text: string): string {
  const plain = text
    .trim()
    .replace(/^\p{L}{2,}\.?,\s+(?=[\p{L}\d])/u, '')
    .replace(/([πμap])\.\s?([μm])\.?/i, '$1$2');
  const named =
    /^(?:(\d{1,2})[ .\-/]+(\p{L}{3,})|(\p{L}{3,})\.?[ -]+(\d{1,2}))\.?,?[ .\-/]+(\d{4}|\d{2})(?!\d)(.*)$/u.exec(plain);
  const month = months.findIndex((name) => name.test(foldText(named?.[2] ?? named?.[3] ?? '')));
  const dated =
    named && month >= 0 ? `${named[1] ?? named[4] ?? ''}.${month + 1}.${named[5] ?? ''}${named[6] ?? ''}` : plain;
  return dated
    .replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
    .replace(
      /(?:(öö|ös)\s*(\d{1,2}[:.]\d{2})|(\d{1,2}[:.]\d{2})\s*(öö|ös))(?:[:.]\d{2})?$/iu,
      (...found: (string | undefined)[]) => {
        const [, before, late, early, behind] = found;
        return `${late ?? early ?? ''} ${/s/i.test(before ?? behind ?? '') ? 'pm' : 'am'}`;
      },
    );
}

/** What spreadsheets keep for 1 January of 1970, 2000 and 2100: days since 30 December 1899 (Excel's “1900 date system”). */
const sheetDays = { of1970: 25_569, of2000: 36_526, of2100: 73_051 };

/** A day of this century as a spreadsheet keeps it, time of day behind the point: 45978.5; null for what is none. */
function readSheetDate(text: string, zone: string): number | null {
  const [, whole, part = ''] = /^(\d{5})(?:[.,](\d+))?$/.exec(text) ?? [];
  const day = Number(whole);
  if (!(day >= sheetDays.of2000 && day < sheetDays.of2100)) return null;
  const seconds = Math.round(Number(`0.${part}`) * 86_400);
  return instantAt(day - sheetDays.of1970, seconds === 0 ? 720 : Math.floor(seconds / 60), zone);
}

/**
 * A date, with or without a time (epoch ms; noon when there is no time); null for what is none. Day before month as in Turkish, Greek and
 * British files; `2025-11-07`, US dates with a month over twelve in second place and the bare numbers of spreadsheets are understood too.
 */
export function readDate(text: string, zone: string): number | null {
  const plain = inDigits(text);
  const iso = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})$/.exec(plain);
  if (iso) return Number.isNaN(Date.parse(plain)) ? null : Date.parse(plain);
  const onSheet = readSheetDate(plain, zone);
  if (onSheet !== null) return onSheet;
  const match =
    /^(?:(\d{4})[-./](\d{1,2})[-./](\d{1,2})|(\d{1,2})[-./](\d{1,2})[-./](\d{4}|\d{2}))(?:[T ,]+(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(am|pm|πμ|μμ)?)?$/i.exec(
      plain,
    );
  if (!match) return null;
  const [, isoYear, isoMonth, isoDay, first, second, shortYear, hour, minute, half] = match;
  const year = Number(isoYear ?? (shortYear?.length === 2 ? `20${shortYear}` : shortYear));
  const isMonthFirst = first !== undefined && Number(second) > 12 && Number(first) <= 12;
  const month = Number(isoMonth ?? (isMonthFirst ? first : second));
  const day = Number(isoDay ?? (isMonthFirst ? second : first));
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  const hours =
    hour === undefined
      ? 12
      : (Number(hour) % (half === undefined ? 24 : 12)) + (/^(?:pm|μμ)$/i.test(half ?? '') ? 12 : 0);
  const minutes = Number(minute ?? 0);
  if (Number(hour ?? 0) > 23 || minutes > 59) return null;
  return instantAt(dayNumber(year, month, day), hours * 60 + minutes, zone);
}

/** An amount in the minor unit: 1.234,50 and 1,234.50, with or without a sign of money; null for what is none. */
export function readAmount(text: string): number | null {
  const signed = text
    .trim()
    .replace(/^\((.*)\)$/, '-$1')
    .replace('−', '-')
    .replace(/[.,]-+$/, '');
  const plain = signed.replace(/[^\d.,-]/g, '');
  if (!/^-?[\d.,]*\d[\d.,]*$/.test(plain)) return null;
  const decimal = Math.max(plain.lastIndexOf(','), plain.lastIndexOf('.'));
  const digitsAfter = decimal < 0 ? 0 : plain.length - decimal - 1;
  // 1.234 is a thousand and more, 1.23 is not.
  const isDecimal = decimal >= 0 && digitsAfter > 0 && digitsAfter <= 2;
  const whole = (isDecimal ? plain.slice(0, decimal) : plain).replace(/[.,]/g, '');
  const cents = isDecimal ? plain.slice(decimal + 1).padEnd(2, '0') : '00';
  const value = Number(`${whole === '' || whole === '-' ? `${whole}0` : whole}${cents}`);
  return Number.isSafeInteger(value) ? value : null;
}

/** The currency that a field or an amount names; null when it names none. */
export function readCurrency(text: string): string | null {
  const code = /(?<![A-Z])(TRY|EUR|USD|GBP|CHF|SEK|PLN|RON|BGN)(?![A-Z])/i.exec(text)?.[1];
  if (code) return code.toUpperCase();
  if (/₺|(?<!\p{L})tl(?!\p{L})/iu.test(text)) return 'TRY';
  if (text.includes('€')) return 'EUR';
  if (text.includes('£')) return 'GBP';
  return text.includes('$') ? 'USD' : null;
}

/** What did not happen first: its word holds the word for what did. */
const states: readonly [Order['status'], RegExp][] = [
  ['returned', /undeliver|not deliver|teslim edilem|teslim alinm|(?:δεν|μη) παραδ/],
  ['paid', /unshipped|unfulfil|not shipped|kargo(?:ya)? (?:verilmeyi )?bekl|(?:kargolan|gonderil)medi/],
  ['placed', /unpaid|not paid|awaiting payment|payment pending|odenmedi|odeme bekl|απληρωτ|αναμονη πληρωμ/],
  ['cancelled', /cancel|iptal|ακυρω/],
  ['returned', /return|refund|iade|επιστρ/],
  ['delivered', /deliver|complete|teslim|tamamlan|παραδο|ολοκλ/],
  ['shipped', /ship|fulfil|sent|transit|kargo|gonderil|yolda|απεσταλ|εσταλη|αποστολ/],
  ['paid', /paid|processing|odendi|hazirlan|onay|πληρω|επεξεργ/],
  ['placed', /placed|new|pending|open|yeni|bekle|νεα|εκκρεμ|καταχωρ/],
];

/** The state that a word stands for; null when none is known. */
export function readStatus(text: string): Order['status'] | null {
  const folded = foldText(text);
  return states.find(([, words]) => words.test(folded))?.[0] ?? null;
}

/** Whether a field says that we called; null when it says nothing. */
export function readDirection(text: string): 'in' | 'out' | null {
  const folded = foldText(text);
  if (/out|giden|εξερχ|dialled|dialed/.test(folded)) return 'out';
  return /(?<!\p{L})in|gelen|εισερχ|missed|cevapsiz|αναπαντ/u.test(folded) ? 'in' : null;
}

/** Whether a field says that nobody took the call. @param heading of the column: "answered: no" means the same as "missed: yes" */
export function readMissed(text: string, heading: string): boolean {
  const folded = foldText(text);
  const isYes = /^(?:1|x|yes|true|evet|ναι|✓)$/.test(folded);
  const isNo = /^(?:0|no|false|hayir|οχι)$/.test(folded);
  if (/answered|cevaplandi/.test(foldText(heading)) && (isYes || isNo)) return isNo;
  return isYes || /missed|cevapsiz|αναπαντ|no answer/.test(folded);
}

/** Whole minutes of 3:20, 200 s or 3; null for what is no length. */
export function readMinutes(text: string): number | null {
  const plain = text.trim();
  const clock = /^(?:(\d+):)?(\d{1,3}):(\d{2})$/.exec(plain);
  if (clock) return Number(clock[1] ?? 0) * 60 + Number(clock[2]) + (Number(clock[3]) >= 30 ? 1 : 0);
  const seconds = /^(\d+)\s*(?:s|sec|sn|δ)\.?$/i.exec(plain);
  if (seconds) return Math.round(Number(seconds[1]) / 60);
  const minutes = /^(\d+)(?:\s*(?:m|min|dk|λ)\.?)?$/i.exec(plain);
  return minutes ? Number(minutes[1]) : null;
}
