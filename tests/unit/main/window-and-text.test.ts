// The window's place, crash budgets, main's own sentences, the mark, and dictionaries on disk.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CrashBudget } from '../../../electron/main/crash-budget.ts';
import { drawMark } from '../../../electron/main/icons/draw-mark.ts';
import { availableDictionaries, provideDictionaries } from '../../../electron/main/spell-dictionaries.ts';
import { languageOf, textIn, type TextKey } from '../../../electron/main/text.ts';
import en from '../../../electron/main/text/en.json' with { type: 'json' };
import { parsePlace, placeFor } from '../../../electron/main/window-bounds.ts';

describe('place of the window', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1040 };
  const second = { x: 1920, y: 0, width: 1280, height: 984 };
  const remembered = { x: 100, y: 80, width: 1400, height: 900, isMaximized: false };

  test('is the remembered one while a display shows its title bar', () => {
    expect(placeFor(remembered, [screen])).toEqual({ x: 100, y: 80, width: 1400, height: 900, isMaximized: false });
    expect(placeFor({ ...remembered, x: 2000 }, [screen, second])).toMatchObject({ x: 2000, width: 1280 });
  });
  test.each([
    ['of an unplugged display', { x: 4000, y: 100 }],
    ['above the screen', { x: 100, y: -500 }],
    ['below the screen', { x: 100, y: 1035 }],
    ['almost out to the left', { x: -1350, y: 100 }],
  ])('%s is forgotten, its size too', (_why, at) => {
    const place = placeFor({ ...remembered, ...at }, [screen]);
    expect(place.x).toBeUndefined();
    expect(place.width).toBe(1360);
  });
  test('is never smaller than usable, and fits small displays', () => {
    expect(placeFor({ ...remembered, width: 200, height: 100 }, [screen])).toMatchObject({ width: 1024, height: 640 });
    expect(placeFor(undefined, [{ x: 0, y: 0, width: 1280, height: 700 }])).toMatchObject({ width: 1280, height: 700 });
    expect(placeFor(undefined, [])).toMatchObject({ width: 1360, height: 860 });
  });
  test.each([null, 'x', {}, { x: 1, y: 1, width: 'a', height: 1 }, { x: 1, y: 1, width: -5, height: 3 }, { x: NaN }])(
    '%j out of a file is none',
    (value) => {
      expect(parsePlace(value)).toBeUndefined();
    },
  );
});

describe('crash budget', () => {
  test('five in five minutes with growing waits, then none, then again after a while', () => {
    const budget = new CrashBudget();
    expect([0, 1, 2, 3, 4].map((at) => budget.countCrash(at * 1000))).toEqual([500, 1000, 2000, 4000, 8000]);
    expect(budget.countCrash(6000)).toBeNull();
    expect(budget.countCrash(6000 + 5 * 60_000)).toBe(500);
    budget.reset();
    expect(budget.countCrash(400_000)).toBe(500);
  });
});

describe('sentences', () => {
  test('are there in every language, with the same places to fill', () => {
    const places = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
    for (const key of Object.keys(en) as TextKey[]) {
      for (const language of ['tr', 'el'] as const) {
        const sentence = textIn(language)(key);
        expect(sentence, `${language} ${key}`).not.toBe('');
        expect(places(sentence), `${language} ${key}`).toEqual(places(en[key]));
      }
    }
    expect(textIn('tr')('tray.unread', { name: 'Defter', count: 3 })).toBe('Defter: 3 okunmamış');
  });
  test('come in the chosen language, or the first of the system that is spoken', () => {
    expect(languageOf('el', ['tr-TR'])).toBe('el');
    expect(languageOf('system', ['de-DE', 'tr_TR', 'en'])).toBe('tr');
    expect(languageOf('system', ['c'])).toBe('en');
  });
});

describe('the mark', () => {
  test('has its colours, soft edges, premultiplied, and a dot when asked', () => {
    const pixels = drawMark(32, { kind: 'colour', hasDot: false });
    const at = (bytes: Buffer, x: number, y: number) => [...bytes.subarray((y * 32 + x) * 4, (y * 32 + x) * 4 + 4)];
    expect(pixels).toHaveLength(32 * 32 * 4);
    expect(at(pixels, 0, 0)).toEqual([0, 0, 0, 0]);
    expect(at(pixels, 18, 24)).toEqual([0xeb, 0x63, 0x42, 255]);
    for (let n = 0; n < pixels.length; n += 4)
      expect(pixels[n + 3]).toBeGreaterThanOrEqual(Math.max(pixels[n]!, pixels[n + 2]!));
    expect(at(drawMark(32, { kind: 'colour', hasDot: true }), 25, 25)).toEqual([0x31, 0x31, 0xe0, 255]);
    expect(at(drawMark(32, { kind: 'template', hasDot: false }), 22, 24)).toEqual([0, 0, 0, 255]);
  });
});

describe('dictionaries', () => {
  test('that came with the app are put where Chromium looks; others are never asked for', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'defter-words-'));
    const [shipped, profile] = [join(dir, 'shipped'), join(dir, 'profile')];
    try {
      mkdirSync(shipped);
      expect(await provideDictionaries(['tr', 'el'], shipped, profile)).toEqual([]);
      writeFileSync(join(shipped, 'tr-TR-4-0.bdic'), 'words');
      expect(await availableDictionaries(shipped, profile)).toEqual(['tr']);
      expect(await provideDictionaries(['tr', 'el'], shipped, profile)).toEqual(['tr']);
      expect(readdirSync(profile)).toEqual(['tr-TR-4-0.bdic']);
      writeFileSync(join(profile, 'el-GR-3-0.bdic'), 'λέξεις');
      expect(await provideDictionaries(['tr', 'el'], shipped, profile)).toEqual(['tr', 'el']);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});
