// The shop's voice: its greeting and sign-off in every built-in reply, its words instead of others.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { applyVoice, wordHints } from '../../../shared/language/apply-voice.ts';
import type { Language } from '../../../shared/model/ids.ts';
import { voiceSchema } from '../../../shared/model/shop.ts';

const file = new URL('../../../renderer/store/canned-replies.json', import.meta.url);
const { replies } = JSON.parse(readFileSync(file, 'utf8')) as {
  replies: { id: string; lang: Language; body: string }[];
};
const voice = voiceSchema.parse({
  greetings: [
    { language: 'tr', channel: null, text: 'Sevgili {{customer.firstName}},' },
    { language: 'tr', channel: 'trendyol', text: 'Merhaba,' },
  ],
  signOffs: [{ language: 'tr', channel: null, text: 'Kütahya’dan sevgiler,\n{{agent.name}}' }],
});
const body =
  'Merhaba {{customer.firstName}},\n\nPaketiniz yolda.\n\nİyi günler dilerim,\n{{agent.name}}, {{shop.name}}';

it('uses the channel’s own greeting before the one for all, and leaves other languages alone', () => {
  expect(applyVoice(body, voice, 'tr', 'email')).toBe(
    'Sevgili {{customer.firstName}},\n\nPaketiniz yolda.\n\nKütahya’dan sevgiler,\n{{agent.name}}',
  );
  expect(applyVoice(body, voice, 'tr', 'trendyol')).toMatch(/^Merhaba,\n\nPaketiniz/);
  expect(applyVoice(body, voice, 'en', 'email')).toBe(body);
});

it('reaches nearly all built-in replies and never loses what stands between', () => {
  const turkish = replies.filter(({ lang }) => lang === 'tr');
  const greeted = turkish.filter((reply) => applyVoice(reply.body, voice, 'tr', null).startsWith('Sevgili '));
  expect(greeted.length).toBeGreaterThan(40);
  for (const reply of turkish) {
    const [, ...middle] = reply.body.split('\n\n');
    const kept = applyVoice(reply.body, voice, 'tr', null);
    for (const paragraph of middle.slice(0, -1)) expect(kept).toContain(paragraph);
  }
});

it('takes pictures out where the shop wants none', () => {
  expect(applyVoice('Harika 🎉 oldu 👩‍🎨!', voiceSchema.parse({ emoji: 'none' }), 'tr', null)).toBe('Harika oldu!');
});

it('finds words the shop does not use, folded and inflected', () => {
  const words = [
    { language: 'tr' as const, avoid: 'müşteri hizmetleri', use: 'biz' },
    { language: 'tr' as const, avoid: 'ürün', use: 'eser' },
  ];
  const text = 'MÜŞTERİ HİZMETLERİNE yazın, ürününüz hazır.';
  expect(wordHints(text, { words }, 'tr')).toEqual([
    { from: 0, to: 20, found: 'MÜŞTERİ HİZMETLERİNE', use: 'biz' },
    { from: 28, to: 36, found: 'ürününüz', use: 'eser' },
  ]);
  expect(wordHints(text, { words }, 'en')).toEqual([]);
});
