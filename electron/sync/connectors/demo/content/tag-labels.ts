// The words for the demo shop's tags in every language of the app.
import type { DemoLanguage, DemoTag } from './demo-content.ts';

export const demoTagLabels: Readonly<Record<DemoTag, Readonly<Record<DemoLanguage, string>>>> = {
  Shipping: { en: 'Shipping', tr: 'Kargo', el: 'Αποστολή' },
  Damaged: { en: 'Damaged', tr: 'Hasarlı', el: 'Ζημιά' },
  Return: { en: 'Return', tr: 'İade', el: 'Επιστροφή' },
  Invoice: { en: 'Invoice', tr: 'Fatura', el: 'Τιμολόγιο' },
  Wholesale: { en: 'Wholesale', tr: 'Toptan', el: 'Χονδρική' },
  'Pre-sale': { en: 'Pre-sale', tr: 'Satış öncesi', el: 'Πριν την αγορά' },
  Praise: { en: 'Praise', tr: 'Övgü', el: 'Έπαινος' },
  Custom: { en: 'Custom', tr: 'Kişiye özel', el: 'Κατά παραγγελία' },
  Payment: { en: 'Payment', tr: 'Ödeme', el: 'Πληρωμή' },
  Gift: { en: 'Gift', tr: 'Hediye', el: 'Δώρο' },
  Complaint: { en: 'Complaint', tr: 'Şikâyet', el: 'Παράπονο' },
  Review: { en: 'Review', tr: 'Yorum', el: 'Κριτική' },
  Automatic: { en: 'Automatic', tr: 'Otomatik', el: 'Αυτόματο' },
  Suspicious: { en: 'Suspicious', tr: 'Şüpheli', el: 'Ύποπτο' },
};
