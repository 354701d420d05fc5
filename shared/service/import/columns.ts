// Which column of a file means what: guessed from its heading in three languages, to be confirmed by a person.
import { foldText } from '../../language/fold.ts';

export const callFields = [
  'at',
  'name',
  'surname',
  'phone',
  'email',
  'direction',
  'missed',
  'text',
  'minutes',
  'order',
] as const;
export const orderFields = [
  'number',
  'at',
  'name',
  'surname',
  'email',
  'phone',
  'status',
  'total',
  'currency',
  'item',
  'quantity',
  'carrier',
  'tracking',
  'city',
] as const;
export const customerFields = ['name', 'surname', 'email', 'phone', 'city', 'note'] as const;
export type CallField = (typeof callFields)[number];
export type OrderField = (typeof orderFields)[number];
export type CustomerField = (typeof customerFields)[number];
export type ImportKind = 'calls' | 'orders' | 'customers';
export type ImportField = CallField | OrderField | CustomerField;

/** By field the headings that mean it, folded; the first column that matches takes it. */
const headings: Readonly<Record<ImportField, RegExp>> = {
  number:
    /^(?:order(?: ?(?:no|number|id|#))?|siparis(?: ?(?:no|numarasi|id))?|(?:αριθμοσ |αρ\.? ?)?παραγγελι(?:α|ασ)|αριθμοσ|no|#)\.?$/,
  at: /^(?:(?:order |call |created ?)?(?:date|time|at|date ?(?:and|&)? ?time)|(?:siparis |arama )?(?:tarih(?:i)?|zaman(?:i)?|saat(?:i)?)|tarih(?: ve)? saat|(?:ημερομηνια|ημ\/νια)(?: παραγγελιασ| κλησησ)?|ωρα)$/,
  name: /^(?:(?:customer|buyer|caller|contact)?(?: ?(?:full )?name)?|(?:first|given) name|customer|buyer|caller|(?:musteri|alici|arayan)(?: ?(?:adi|ad soyad|ismi))?|ad(?:i)?(?: ?soyad(?:i)?)?|isim|(?:ονομα(?:τεπωνυμο)?(?: πελατη)?|πελατησ|αγοραστησ|καλων))$/,
  surname:
    /^(?:(?:customer |buyer )?(?:sur|last |family )name|(?:musteri |alici )?soy ?(?:ad(?:i)?|isim)|επ(?:ωνυμο|ιθετο))$/,
  phone:
    /^(?:(?:customer |caller )?(?:(?:mobile )?phone|telephone|tel|mobile|number)(?: ?(?:no|number))?|(?:cep |musteri |arayan )?(?:telefon|tel|gsm|numara(?:si)?)(?: ?(?:no|numarasi|u))?|αριθμοσ(?: τηλεφωνου)?|τηλεφωνο|κινητο|τηλ\.?)$/,
  email:
    /^(?:(?:customer |buyer )?e-?mail(?: address)?|(?:musteri |alici )?e-?posta(?: adresi)?|email|διευθυνση e-?mail)$/,
  direction: /^(?:direction|in\/?out|type|yon(?:u)?|arama (?:yonu|turu|tipi)|κατευθυνση|τυποσ)$/,
  missed: /^(?:missed|answered\??|cevapsiz|cevaplandi|αναπαντητη)$/,
  text: /^(?:notes?|subject|summary|comment|text|about|not(?:lar)?|konu|aciklama|ozet|σημειωσ(?:η|εισ)|θεμα|σχολι(?:ο|α))$/,
  note: /^(?:notes?|comments?|remarks?|not(?:lar)?(?:i)?|aciklama|σημειωσ(?:η|εισ)|σχολι(?:ο|α))$/,
  minutes:
    /^(?:duration|minutes|min|(?:arama )?sure(?:si)?|dakika|dk|διαρκεια|λεπτα)(?: \((?:min|minutes|dk|dakika|λ|λεπτα)\))?$/,
  order: /^(?:order(?: ?(?:no|number|id))?|siparis(?: ?(?:no|numarasi))?|(?:αριθμοσ )?παραγγελι(?:α|ασ))$/,
  status: /^(?:(?:order )?(?:status|state)|(?:siparis )?durum(?:u)?|κατασταση(?: παραγγελιασ)?)$/,
  total:
    /^(?:(?:order |grand )?(?:total|amount|sum|price)(?: (?:price|amount|paid))?(?: \(.*\))?|(?:siparis |genel |fatura |odenen |satis )?(?:tutar(?:i)?|toplam(?:i)?|fiyat)|(?:συνολο|ποσο|αξια))$/,
  currency: /^(?:currency|para birimi|doviz|νομισμα)$/,
  item: /^(?:(?:item|product|listing)s?(?: (?:name|title))?|title|urun(?:ler)?(?: adi)?|προιον(?:τα)?|ειδοσ)$/,
  quantity: /^(?:quantity|qty|count|adet|miktar|ποσοτητα|τεμαχια)$/,
  carrier: /^(?:carrier|courier|shipping company|kargo(?: firmasi)?|courier|μεταφορικη|κουριερ)$/,
  tracking:
    /^(?:tracking(?: ?(?:no|number|code))?|(?:kargo )?takip(?: ?(?:no|numarasi|kodu))?|(?:αριθμοσ |αρ\.? ?|κωδικοσ )?αποστολησ|tracking)$/,
  city: /^(?:(?:ship(?:ping)? |delivery )?(?:city|town)|sehir|il|πολη)$/,
};

export type Mapping = Partial<Record<ImportField, number>>;

const fields: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  calls: callFields,
  orders: orderFields,
  customers: customerFields,
};
export const fieldsOf = (kind: ImportKind): readonly ImportField[] => fields[kind];

/** What address books and shops put around the word that counts: `E-mail 1 - Value`, `Billing Phone`. */
const around = /^(?:billing|shipping|default address|home|business) | 1 - value$/g;

/** A first mapping of columns by their headings. */
export function guessMapping(kind: ImportKind, header: readonly string[]): Mapping {
  const folded = header.map((heading) => foldText(heading).replace(/[:_]+/g, ' ').trim().replace(around, ''));
  const mapping: Mapping = {};
  const taken = new Set<number>();
  for (const field of fieldsOf(kind)) {
    const index = folded.findIndex((heading, at) => !taken.has(at) && heading !== '' && headings[field].test(heading));
    if (index < 0) continue;
    mapping[field] = index;
    taken.add(index);
  }
  return mapping;
}

/** Without these a line means nothing. */
export function missingFields(kind: ImportKind, mapping: Mapping): ImportField[] {
  const has = (field: ImportField) => mapping[field] !== undefined;
  if (kind === 'orders') return [...(has('number') ? [] : ['number' as const]), ...(has('at') ? [] : ['at' as const])];
  const missing: ImportField[] = kind === 'customers' || has('at') ? [] : ['at'];
  if (!has('name') && !has('phone') && !has('email')) missing.push(kind === 'customers' ? 'email' : 'phone');
  return missing;
}
