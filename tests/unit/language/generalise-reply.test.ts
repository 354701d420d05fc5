// A sent message as a canned reply: nothing of the customer stays in it.
import { describe, expect, it } from 'vitest';
import { generaliseReply } from '../../../shared/language/generalise-reply.ts';

it('takes names, numbers, products, money, days and ways of contact out', () => {
  const { body, replaced } = generaliseReply(
    'Merhaba Ayşe,\n\nMC-10449 numaralı siparişinizdeki Nar Desenli Kâse 12 Haziran 2026 günü saat 14:30’da Kırlangıç Kargo ile yola çıkıyor. ₺1.280,00 iadeniz de başladı; takip: https://kargo.example/KRL447. Sorunuz olursa 0532 000 11 22 ya da ayse.yilmaz@posta.example.\n\nSevgiler,\nDefne, Mavi Çini',
    {
      customerNames: ['Ayşe Yılmaz'],
      customerFirstNames: ['Ayşe'],
      agentName: 'Defne',
      shopName: 'Mavi Çini',
      orderNumbers: ['MC-10449', ''],
      products: ['Nar Desenli Kâse'],
      carriers: ['Kırlangıç Kargo'],
    },
    'tr',
  );
  expect(body).toBe(
    'Merhaba {{customer.firstName}},\n\n{{order.number}} numaralı siparişinizdeki {{product.name}} {{date}} günü saat {{time}}’da {{carrier.name}} ile yola çıkıyor. {{amount}} iadeniz de başladı; takip: {{link}} Sorunuz olursa {{contact}} ya da {{contact}}.\n\nSevgiler,\n{{agent.name}}, {{shop.name}}',
  );
  expect(replaced.map(({ found }) => found)).toContain('0532 000 11 22');
});

it('knows the Greek vocative', () => {
  const { body } = generaliseReply(
    'Γεια σας Γιώργο, το δέμα του Γιώργος Παππάς φτάνει στις 5/6/2026.',
    {
      customerNames: ['Γιώργος Παππάς'],
      customerFirstNames: ['Γιώργος'],
    },
    'el',
  );
  expect(body).toBe('Γεια σας {{customer.firstName}}, το δέμα του {{customer.name}} φτάνει στις {{date}}.');
});

it('leaves words alone that only contain a name, and fields that are there', () => {
  const { body } = generaliseReply(
    'Hello {{customer.firstName}}, the Annex is open. Ann',
    { customerFirstNames: ['Ann'] },
    'en',
  );
  expect(body).toBe('Hello {{customer.firstName}}, the Annex is open. {{customer.firstName}}');
});

describe('leaves nothing of the customer', () => {
  it('in Turkish: surname alone, street, account, days and hours in other forms', () => {
    const { body } = generaliseReply(
      'Merhaba Ayşe Hanım,\n\nAyşe’ye gönderdiğimiz kâse 15’inde ya da 16 Kasım’da, saat 15.30’da Bağdat Cad. No:12 D:4 Kadıköy adresinizde olur. İadeniz TR12 0001 0012 3456 7890 1234 56 hesabınıza yatar. 0 532 123 45 67’den ulaşabiliriz. Yılmaz Bey’e selam.',
      { customerNames: ['Ayşe Yılmaz'], customerFirstNames: ['Ayşe'] },
      'tr',
    );
    expect(body).toBe(
      'Merhaba {{customer.firstName}} Hanım,\n\n{{customer.firstName}}’ye gönderdiğimiz kâse {{date}}’inde ya da {{date}}’da, saat {{time}}’da {{address}} adresinizde olur. İadeniz {{iban}} hesabınıza yatar. {{contact}}’den ulaşabiliriz. {{customer.name}} Bey’e selam.',
    );
  });

  it('in Greek: names in other cases, a street without the word for it', () => {
    const { body } = generaliseReply(
      'Γεια σας Μάριε,\n\nη παραγγελία του κ. Παπαδόπουλου για τον Μάριο θα φτάσει στις 15/11 στην Ερμού 12, 10563 Αθήνα. Τηλ. 6971234567. Επιστρέφουμε 45,50€.',
      { customerNames: ['Μάριος Παπαδόπουλος'], customerFirstNames: ['Μάριος'] },
      'el',
    );
    expect(body).toBe(
      'Γεια σας {{customer.firstName}},\n\nη παραγγελία του κ. {{customer.name}} για τον {{customer.firstName}} θα φτάσει στις {{date}} στην {{address}}. Τηλ. {{contact}}. Επιστρέφουμε {{amount}}.',
    );
  });

  it('in English, but keeps words that are names elsewhere', () => {
    const { body } = generaliseReply(
      'Hello Mark,\n\nWe mark every parcel. Mark’s cup will reach 12 Baker Street, NW1 6XE on 5th November by 3pm. Call +44 20 7946 0958.\n\nBest,\nWill',
      { customerNames: ['Mark Jones'], customerFirstNames: ['Mark'], agentName: 'Will' },
      'en',
    );
    expect(body).toBe(
      'Hello {{customer.firstName}},\n\nWe mark every parcel. {{customer.firstName}}’s cup will reach {{address}} on {{date}} by {{time}}. Call {{contact}}.\n\nBest,\n{{agent.name}}',
    );
  });

  it('also where the name is written small throughout', () => {
    expect(generaliseReply('merhaba ayşe', { customerFirstNames: ['Ayşe'] }, 'tr').body).toBe(
      'merhaba {{customer.firstName}}',
    );
  });
});
