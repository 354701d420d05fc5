// A sent message as a canned reply: nothing of the customer stays in it.
import { expect, it } from 'vitest';
import { generaliseReply } from '../../../shared/language/generalise-reply.ts';

it('takes names, numbers, products, money, days and ways of contact out', () => {
  const { body, replaced } = generaliseReply(
    'Merhaba Ayşe,\n\nMC-10449 numaralı siparişinizdeki Nar Desenli Kâse 12 Haziran 2026 günü saat 14:30’da Kırlangıç Kargo ile yola çıkıyor. ₺1.280,00 iadeniz de başladı; takip: https://kargo.example/KRL447. Sorunuz olursa 0532 000 11 22 ya da ayse.yilmaz@posta.example.\n\nSevgiler,\nDefne, Mavi Çini',
    {
      customerName: 'Ayşe Yılmaz',
      customerFirstName: 'Ayşe',
      agentName: 'Defne',
      shopName: 'Mavi Çini',
      orderNumbers: ['MC-10449', ''],
      products: ['Nar Desenli Kâse'],
      carriers: ['Kırlangıç Kargo'],
    },
  );
  expect(body).toBe(
    'Merhaba {{customer.firstName}},\n\n{{order.number}} numaralı siparişinizdeki {{product.name}} {{date}} günü saat {{time}}’da {{carrier.name}} ile yola çıkıyor. {{amount}} iadeniz de başladı; takip: {{link}} Sorunuz olursa {{contact}} ya da {{contact}}.\n\nSevgiler,\n{{agent.name}}, {{shop.name}}',
  );
  expect(replaced.map(({ found }) => found)).toContain('0532 000 11 22');
});

it('knows the Greek vocative', () => {
  const { body } = generaliseReply('Γεια σας Γιώργο, το δέμα του Γιώργος Παππάς φτάνει στις 5/6/2026.', {
    customerName: 'Γιώργος Παππάς',
    customerFirstName: 'Γιώργος',
  });
  expect(body).toBe('Γεια σας {{customer.firstName}}, το δέμα του {{customer.name}} φτάνει στις {{date}}.');
});

it('leaves words alone that only contain a name, and fields that are there', () => {
  const { body } = generaliseReply('Hello {{customer.firstName}}, the Annex is open. Ann', { customerFirstName: 'Ann' });
  expect(body).toBe('Hello {{customer.firstName}}, the Annex is open. {{customer.firstName}}');
});
