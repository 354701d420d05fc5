// Makes believable shop mail in bulk, the same for the same seed: threads, three languages, some 4 kB of text each.
import type { Item } from '../../shared/model/item.ts';
import { message, shop } from './items.ts';

const sentences = [
  'Merhaba, siparişimin durumunu öğrenebilir miyim, kargo takip numarası çalışmıyor.',
  'Ürün elime kırık ulaştı, fotoğraflarını ekte gönderiyorum, değişim yapabilir miyiz?',
  'Faturamı şirket adına düzenleyebilir misiniz, vergi numaramı aşağıda yazdım.',
  'Καλησπέρα σας, θα ήθελα να μάθω πότε θα σταλεί η παραγγελία μου.',
  'Το χρώμα δεν είναι αυτό που περίμενα, μπορώ να το αλλάξω;',
  'Ευχαριστώ πολύ για την άμεση απάντηση, όλα ήταν τέλεια.',
  'Hello, could you tell me whether the large vase is back in stock this month?',
  'The parcel arrived today and everything was wrapped with great care, thank you.',
  'Please find the invoice attached and let us know once the payment has been made.',
];
const names = [
  'Ayşe Yılmaz',
  'Mehmet Öztürk',
  'Zeynep Çelik',
  'Νίκος Παππάς',
  'Ελένη Γεωργίου',
  'James Carter',
  'Olivia Shaw',
];

/** Numbers between 0 and 1, the same row for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** `count` messages, newest first; a third of them answer an earlier one. */
export function generateMail(count: number, seed = 1, textUnits = 4000): Extract<Item, { kind: 'message' }>[] {
  const random = randomNumbers(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const made: Extract<Item, { kind: 'message' }>[] = [];
  const threads: { root: string; last: string; person: { name: string; address: string }; subject: string }[] = [];
  for (let index = 0; index < count; index++) {
    const key = `${seed}-${index.toString(36)}-${Math.floor(random() * 1e9).toString(36)}`;
    const isReply = threads.length > 0 && random() < 0.35;
    const number = Math.floor(random() * 1e6);
    const thread = isReply
      ? threads[Math.max(0, threads.length - 1 - Math.floor(random() * 50))]!
      : {
          root: `${key}@x.test`,
          last: '',
          person: { name: pick(names), address: `musteri${number % 3000}@customer.example` },
          subject: `Sipariş ${number} ${pick(['durumu', 'iadesi', 'faturası', 'için teşekkür'])}`,
        };
    if (!isReply) threads.push(thread);
    const direction = isReply && random() < 0.5 ? 'out' : 'in';
    let text = '';
    while (text.length < textUnits) text += `${pick(sentences)} ${number + text.length} `;
    made.push(
      message({
        key,
        uid: index + 1,
        direction,
        agoMs: (count - index) * 600_000,
        from: direction === 'in' ? thread.person : shop,
        to: [direction === 'in' ? shop : thread.person],
        subject: isReply ? `Re: ${thread.subject}` : thread.subject,
        references: isReply
          ? [thread.root, ...(thread.last === thread.root || thread.last === '' ? [] : [thread.last])]
          : [],
        inReplyTo: isReply ? [thread.last === '' ? thread.root : thread.last] : [],
        text,
        isSeen: random() < 0.9,
      }),
    );
    thread.last = `${key}@x.test`;
  }
  return made.reverse();
}
