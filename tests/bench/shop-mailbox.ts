// A seeded mailbox of any size as small shops have them: three languages, threads with quotes, plain and HTML bodies, attachments.
import { shopAddress } from '../harness/mail-servers.ts';
import { seeded } from '../mail/sample-mailbox.ts';

export interface ShopMail {
  raw: string;
  flags: string[];
  receivedAt: number;
  mailbox: 'INBOX' | 'Sent';
}

/** A word of the oldest mail and of no other: when it can be found, everything can. */
export const oldestWord = 'kurdelabaşlangıç';

const minuteMs = 60_000;
/** Only dates differ from run to run: old mail is filed away, so the newest must be of today. */
const newestAt = Math.floor(Date.now() / minuteMs) * minuteMs;

interface Voice {
  greetings: readonly string[];
  words: readonly string[];
  endings: readonly string[];
  first: readonly string[];
  last: readonly string[];
}

const split = (text: string): string[] => text.split(' ');

/** What each language's mails are made of; stems take endings, so that the index meets as many different words as in real mail. */
export const voices: Readonly<Record<'tr' | 'el' | 'en', Voice>> = {
  tr: {
    greetings: ['Merhaba,', 'İyi günler,', 'Selamlar,', 'Sayın yetkili,'],
    words: split(
      'sipariş kargo ürün iade fatura ödeme teslimat vazo tabak kase çini İstanbul İzmir Ankara Çanakkale şube adres telefon numara kutu paket kırık çatlak renk mavi yeşil kırmızı turkuaz desen hediye düğün nişan bebek anne ölçü beden büyük küçük indirim kampanya fiyat taksit havale dekont şikayet teşekkür memnun bekliyorum gönderdim aldım geldi gelmedi değişim stok hazır ücret gümrük yorum fotoğraf ekte görsel güzel kalite özenli acele yarın bugün hafta akşam sabah müşteri mağaza atölye usta fırın sır toprak seramik porselen bardak fincan çaydanlık kahve şekerlik sürahi isim yazı kişiye özel',
    ),
    endings: ['', '', 'im', 'iniz', 'ler', 'de', 'den', 'in', 'leri', 'le', 'ye', 'imi'],
    first: split('Ayşe Mehmet Zeynep Çağrı İlker Gökçe Şule Ömer Ümit Elif Ğani Defne'),
    last: split('Yılmaz Öztürk Çelik Güneş Şahin Işık Doğan Kılıç Aydın Koç Erdoğmuş Ünlü'),
  },
  el: {
    greetings: ['Καλημέρα σας,', 'Καλησπέρα,', 'Γεια σας,', 'Αγαπητοί,'],
    words: split(
      'παραγγελία αποστολή προϊόν επιστροφή τιμολόγιο πληρωμή παράδοση βάζο πιάτο μπολ κεραμικό Αθήνα Θεσσαλονίκη Πάτρα διεύθυνση τηλέφωνο αριθμός κουτί δέμα σπασμένο ραγισμένο χρώμα μπλε πράσινο κόκκινο σχέδιο δώρο γάμος βάπτιση μέγεθος μεγάλο μικρό έκπτωση προσφορά τιμή δόση κατάθεση παράπονο ευχαριστώ περιμένω έστειλα έλαβα ήρθε αλλαγή απόθεμα έτοιμο κόστος τελωνείο φωτογραφία συνημμένο όμορφο ποιότητα αύριο σήμερα εβδομάδα απόγευμα πρωί πελάτης κατάστημα εργαστήριο τεχνίτης φούρνος χώμα πορσελάνη ποτήρι φλιτζάνι τσαγιέρα καφές κανάτα όνομα γραφή χέρι',
    ),
    endings: ['', '', 'ς', 'ν', 'τε', 'μας', 'σας'],
    first: split('Γιώργος Ελένη Νίκος Μαρία Κώστας Κατερίνα Δημήτρης Σοφία'),
    last: split('Παππάς Νικολάου Γεωργίου Ιωάννου Παπαδοπούλου Οικονόμου Βασιλείου'),
  },
  en: {
    greetings: ['Hello,', 'Good morning,', 'Dear shop,', 'Hi there,'],
    words: split(
      'order parcel item return invoice payment delivery vase plate bowl pottery London Bristol Dublin Berlin address phone number box package broken cracked colour blue green red turquoise pattern gift wedding engagement baby mother size large small discount offer price instalment transfer receipt complaint thanks pleased waiting posted received arrived missing exchange stock ready fee customs review photograph attached picture beautiful quality careful hurry tomorrow today week evening morning customer workshop master kiln glaze clay ceramic porcelain glass cup teapot coffee jug name writing personal hand made',
    ),
    endings: ['', '', '', 's', 'ing', 'ed', 'ly'],
    first: split('James Olivia Nora Emily Harry Grace Oliver Ruth'),
    last: split('Carter Shaw Field Walker Hughes Murphy Bennett'),
  },
};

interface Person {
  name: string;
  address: string;
  voice: Voice;
}
interface Thread {
  id: number;
  person: Person;
  subject: string;
  ids: string[];
  lastText: string;
}

/** `count` mails, oldest first, of some 0.5 to 8 kB, one in twelve with an attachment of 10 to 60 kB; the same for the same seed. */
export function* shopMailbox(count: number, seed = 1): Generator<ShopMail> {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] ?? list[0]!;
  /** Few words are said often and many seldom, as in any language. */
  const word = (voice: Voice): string => {
    const place = Math.floor(random() ** 1.7 * voice.words.length);
    return `${voice.words[place] ?? ''}${pick(voice.endings)}`;
  };
  const sentence = (voice: Voice): string => {
    const words = Array.from({ length: 5 + Math.floor(random() * 12) }, () => word(voice));
    if (random() < 0.25) words.push(`TY${String(Math.floor(random() * 1e7)).padStart(7, '0')}`);
    return `${words.join(' ')}${pick(['.', '.', '?', '!'])}`;
  };
  const people = Array.from({ length: Math.max(20, Math.floor(count / 6)) }, (_, index) => {
    const voice = voices[pick(['tr', 'tr', 'tr', 'tr', 'tr', 'el', 'el', 'en', 'en'] as const)];
    return { name: `${pick(voice.first)} ${pick(voice.last)}`, address: `person${index}@customer.example`, voice };
  });
  const threads: Thread[] = [];
  for (let index = 0; index < count; index += 1) {
    const running =
      threads.length > 0 && random() < 0.5
        ? threads[threads.length - 1 - Math.floor(random() ** 2 * Math.min(threads.length, 40))]
        : undefined;
    const thread = running ?? newThread(threads.length, pick(people));
    if (!running) threads.push(thread);
    const isSent = thread.ids.length > 0 && random() < 0.45;
    const fresh = [
      pick(thread.person.voice.greetings),
      ...Array.from({ length: 1 + Math.floor(random() * 12) }, () => sentence(thread.person.voice)),
    ];
    if (index === 0) fresh.push(oldestWord);
    const freshText = fresh.join('\n\n');
    const quoted =
      thread.lastText === ''
        ? ''
        : `\n\n${thread.lastText
            .split('\n')
            .map((line) => `> ${line}`)
            .join('\n')}`;
    const id = `${seed}.${index}@mail.example`;
    yield {
      raw: mailOf({
        thread,
        id,
        isSent,
        index,
        text: `${freshText}${quoted}`,
        kind: random(),
        bytes: 10_000 + Math.floor(random() * 50_000),
      }),
      flags: isSent || random() < 0.85 ? ['\\Seen'] : [],
      receivedAt: newestAt - (count - index) * 7 * minuteMs,
      mailbox: isSent ? 'Sent' : 'INBOX',
    };
    thread.ids.push(id);
    thread.lastText = freshText;
  }

  function newThread(id: number, person: Person): Thread {
    const subject = `${word(person.voice)} ${word(person.voice)} ${id}`;
    return { id, person, subject, ids: [], lastText: '' };
  }

  function mailOf(mail: {
    thread: Thread;
    id: string;
    isSent: boolean;
    index: number;
    text: string;
    kind: number;
    bytes: number;
  }): string {
    const { thread, id, isSent, index, text, kind, bytes } = mail;
    const customer = `${encoded(thread.person.name)} <${thread.person.address}>`;
    const shop = `${encoded('Mavi Çini Atölyesi')} <${shopAddress}>`;
    const last = thread.ids.at(-1);
    const head = [
      `Received: from mx${index % 7}.example ([192.0.2.${index % 250}]) by mail.test.local; ${dateOf(count, index)}`,
      `From: ${isSent ? shop : customer}`,
      `To: ${isSent ? customer : shop}`,
      `Subject: ${encoded(`${last === undefined ? '' : 'Re: '}${thread.subject}`)}`,
      `Date: ${dateOf(count, index)}`,
      `Message-ID: <${id}>`,
      ...(last === undefined
        ? []
        : [
            `In-Reply-To: <${last}>`,
            `References: ${thread.ids
              .slice(-8)
              .map((each) => `<${each}>`)
              .join(' ')}`,
          ]),
      'MIME-Version: 1.0',
    ];
    return `${[...head, bodyOf(text, kind, bytes, `b${index}`)].join('\r\n')}\r\n`;
  }
}

const encoded = (text: string): string => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
const wrapped = (base64: string): string => base64.replace(/.{76}/g, '$&\r\n');
const dateOf = (count: number, index: number): string =>
  new Date(newestAt - (count - index) * 7 * minuteMs).toUTCString().replace('GMT', '+0000');

/** From its Content-Type header on. */
function bodyOf(text: string, kind: number, bytes: number, boundary: string): string {
  const lines = text.replaceAll('\n', '\r\n');
  const plain8bit = `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${lines}`;
  const plain64 = `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${wrapped(Buffer.from(lines).toString('base64'))}`;
  const html = `Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${wrapped(Buffer.from(htmlOf(text)).toString('base64'))}`;
  const parts = (type: string, mark: string, ...all: string[]): string =>
    `Content-Type: multipart/${type}; boundary=${mark}\r\n\r\n${all.map((part) => `--${mark}\r\n${part}\r\n`).join('')}--${mark}--`;
  if (kind < 0.2) return plain8bit;
  if (kind < 0.35) return plain64;
  if (kind < 0.45) return html;
  const alternative = parts('alternative', boundary, plain64, html);
  if (kind < 0.92) return alternative;
  const file = `Content-Type: image/jpeg; name="photo.jpg"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="photo.jpg"\r\n\r\n${wrapped(Buffer.alloc(bytes, boundary).toString('base64'))}`;
  return parts('mixed', `m${boundary}`, alternative, file);
}

function htmlOf(text: string): string {
  const paragraphs = text
    .split('\n\n')
    .map((part) => `<p style="margin:0 0 1em;font-family:Arial,sans-serif">${part.replaceAll('>', '&gt;')}</p>`);
  return `<html><head><style>p{color:#222}</style></head><body><div>${paragraphs.join('')}</div><table width="600"><tr><td>Mavi Çini</td></tr></table></body></html>`;
}
