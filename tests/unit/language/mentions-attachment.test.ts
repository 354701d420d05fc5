// Texts that speak of an attachment, and texts that only look like it.
import { describe, expect, it } from 'vitest';
import { mentionsAttachment } from '../../../shared/language/mentions-attachment.ts';

describe('a reply that speaks of a file', () => {
  it.each([
    'I have attached the invoice.',
    'Please see the attachment.',
    'I attach a photo of the blue one.',
    'Faturanız ektedir.',
    'Ekte fotoğrafı bulabilirsiniz.',
    'Faturayı ekliyorum.',
    'EKTEKİ dosyada her şey var.',
    'Σας επισυνάπτω το τιμολόγιο.',
    'Θα βρείτε συνημμένη τη φωτογραφία.',
    'Στο ΣΥΝΗΜΜΕΝΟ θα δείτε τις διαστάσεις.',
  ])('%s', (text) => {
    expect(mentionsAttachment(text)).toBe(true);
  });

  it.each([
    'We are very fond of this vase.',
    'Thank you, your parcel leaves today.',
    'Ek ücret yoktur, kargo bizden.',
    'Bu ay yeni ürünler eklendi.',
    'Το βάζο φεύγει αύριο.',
    'Thank you.\n\nOn Monday Ayşe wrote:\n> I attached a photo.',
  ])('not: %s', (text) => {
    expect(mentionsAttachment(text)).toBe(false);
  });
});
