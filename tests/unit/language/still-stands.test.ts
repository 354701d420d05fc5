// A canned reply counts as used while something of it stands in the text.
import { expect, it } from 'vitest';
import { stillStands } from '../../../shared/language/still-stands.ts';

const body =
  'Merhaba {{customer.firstName}},\n\nsiparişiniz {{date}} günü kargoya verildi. Takip numarası: {{order.tracking}}.\n\nSevgiler,\n{{agent.name}}';

it.each([
  [
    'as it was put in',
    'Merhaba Ayşe,\n\nsiparişiniz 5 Haziran günü kargoya verildi. Takip numarası: 12.\n\nSevgiler,\nDefne',
    true,
  ],
  ['shortened', 'Ayşe Hanım, günü kargoya verildi, iyi günler.', true],
  ['taken back, with other words left', 'Merhaba Ayşe Hanım, size yazacağım.', false],
  ['rewritten', 'Merhaba Ayşe,\n\npaketiniz yolda.\n\nSevgiler,\nDefne', false],
])('%s', (_how, text, expected) => {
  expect(stillStands(body, text)).toBe(expected);
});

it('cannot tell for a reply that is hardly more than fields', () => {
  expect(stillStands('{{fact.hours}}\n{{agent.name}}', 'Merhaba')).toBe(true);
});
