// A photograph-like picture: a cardboard parcel with one corner pushed in, as a courier left it on the doorstep.
import {
  type Colour,
  type Point,
  cover,
  ease,
  hex,
  lit,
  over,
  paintPng,
  stepped,
  toEllipse,
  toLine,
  toPolygon,
  toSegment,
} from './painting.ts';

const front: readonly Point[] = [
  [92, 128],
  [290, 150],
  [286, 318],
  [100, 282],
];
/** The right side; its upper corner toward us is pushed in. */
const side: readonly Point[] = [
  [290, 150],
  [330, 152],
  [352, 128],
  [398, 112],
  [388, 262],
  [286, 318],
];
const top: readonly Point[] = [
  [92, 128],
  [208, 84],
  [398, 112],
  [352, 128],
  [330, 152],
  [290, 150],
];
const dent: readonly Point[] = [
  [290, 150],
  [330, 152],
  [352, 128],
  [344, 168],
  [318, 190],
  [289, 178],
];
const creases: readonly (readonly Point[])[] = [
  [
    [318, 190],
    [306, 214],
    [309, 232],
  ],
  [
    [289, 178],
    [262, 186],
    [247, 181],
  ],
  [
    [344, 168],
    [366, 178],
  ],
  [
    [330, 152],
    [318, 190],
  ],
];
const tapeOnTop: readonly Point[] = [
  [139, 110],
  [160, 102],
  [372, 121],
  [352, 128],
  [341, 139],
];
const card = hex('c39a68');
const tape = hex('e3cf9f');
const ink = hex('5b2b1d');
const dark = hex('2b2018');
const label = hex('f3f1ea');
const cobalt = hex('1d469b');

export function paintBox(): Uint8Array {
  return paintPng((x, y) => {
    let colour = doorstep(x, y);
    if (x < 88 || x > 402 || y < 80 || y > 322) return colour;
    colour = over(colour, face(lit(card, 1.08), x, y, 0.35), cover(toPolygon(x, y, top)));
    colour = over(colour, lit(tape, 1.02), 0.85 * cover(toPolygon(x, y, tapeOnTop)));
    colour = over(colour, face(lit(card, 0.72), x, y, 0.1), cover(toPolygon(x, y, side)));
    colour = over(colour, printed(face(lit(card, 0.93), x, y, 0.16), x, y), cover(toPolygon(x, y, front)));
    const inDent = toPolygon(x, y, dent);
    const depth = 0.42 + 0.5 * ease(290, 352, x) * ease(196, 150, y);
    colour = over(colour, lit(card, depth), cover(inDent));
    for (const crease of creases) {
      colour = over(colour, dark, 0.6 * cover(toLine(x, y, crease) - 0.7, 1.6));
      colour = over(colour, lit(card, 1.25), 0.35 * cover(toLine(x + 1.6, y + 1.2, crease) - 0.5, 1.4));
    }
    return over(colour, lit(card, 0.55), 0.55 * cover(toSegment(x, y, [290, 178], [286, 318]) - 0.6));
  });
}

function doorstep(x: number, y: number): Colour {
  const light = 1.03 - 0.16 * (y / 360);
  let colour = lit(hex('a9aca6'), light);
  const skirting = 76 + (x - 240) * 0.02;
  colour = over(colour, lit(hex('dfe3e0'), light), cover(y - skirting, 1.4));
  colour = over(colour, lit(hex('7d817c'), light), 0.9 * cover(Math.abs(y - skirting - 2) - 1.6));
  const row = (y - 78) / 72;
  const grout = Math.min(
    Math.abs(row - Math.round(row)) * 72,
    Math.abs((x - 240) / (1 + row * 0.35) / 96 - 0.3 - Math.round((x - 240) / (1 + row * 0.35) / 96 - 0.3)) * 96,
  );
  colour = over(colour, lit(hex('8b8e88'), light), 0.8 * cover(grout - 1.1) * cover(skirting + 3 - y));
  return over(colour, dark, 0.6 * ease(30, -16, toEllipse(x, y, 262, 300, 162, 26)));
}

/** Cardboard with faint flutes and a soft fall of light from left to right. */
function face(base: Colour, x: number, y: number, fall: number): Colour {
  const flute = 1 + 0.012 * Math.sin((y + x * 0.11) * 1.05);
  return lit(base, stepped((1.04 - fall * ((x - 92) / 306)) * flute));
}

/** What is printed on the front: an address label, arrows up, a glass for "fragile", the end of the tape. */
function printed(base: Colour, x: number, y: number): Colour {
  const v = y - (x - 100) * 0.128;
  let colour = over(base, lit(tape, 0.96), 0.85 * cover(Math.max(118 - x, x - 139, v - 166)));
  const sheet = Math.max(116 - x, x - 204, 196 - v, v - 262);
  colour = over(colour, label, cover(sheet));
  colour = over(colour, cobalt, cover(Math.max(sheet + 4, v - 208)));
  for (const [line, end] of [
    [218, 190],
    [226, 178],
    [234, 194],
  ] as const)
    colour = over(colour, hex('77766f'), cover(Math.max(123 - x, x - end, Math.abs(v - line) - 1.3)));
  const bar = Math.sin(x * 1.9) + Math.sin(x * 0.83 + 1);
  colour = over(colour, dark, bar > 0.1 ? cover(Math.max(124 - x, x - 186, 243 - v, v - 256)) : 0);
  for (const at of [222, 244]) {
    const head: readonly Point[] = [
      [at - 8, 216],
      [at, 202],
      [at + 8, 216],
    ];
    colour = over(
      colour,
      ink,
      cover(Math.min(toPolygon(x, v, head), Math.max(Math.abs(x - at) - 3, 214 - v, v - 236))),
    );
  }
  colour = over(colour, ink, cover(Math.max(213 - x, x - 253, Math.abs(v - 241) - 1.4)));
  const bowl = Math.max(toEllipse(x, v, 268, 204, 9, 17), 203 - v);
  const stem = Math.max(Math.abs(x - 268) - 1.4, 219 - v, v - 236);
  const base2 = Math.max(Math.abs(x - 268) - 8, Math.abs(v - 238) - 2);
  return over(colour, ink, cover(Math.min(bowl, stem, base2)));
}
