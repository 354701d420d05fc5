// A photograph-like picture: a turquoise vase with cobalt tulips, cracked from the lip downward.
import {
  type Colour,
  type Point,
  clamp,
  cover,
  ease,
  hex,
  length,
  lit,
  over,
  paintPng,
  stepped,
  toEllipse,
  toLine,
  toPetal,
  toPolygon,
} from './painting.ts';

const middle = 240;
const lipY = 64;
const footY = 306;
/** Height and radius of the outline from lip to foot. */
const outline: readonly Point[] = [
  [lipY, 47],
  [84, 37],
  [108, 35],
  [140, 58],
  [172, 83],
  [204, 91],
  [240, 81],
  [274, 58],
  [294, 48],
  [footY, 52],
];
const wall = hex('e9e1d4');
const table = hex('b98a5f');
const glaze = hex('4fb6bd');
const cobalt = hex('16387c');
const white = hex('f4f7f4');
const red = hex('b8382b');
const clay = hex('b5673f');
const dark = hex('2a1a14');
const crack: readonly Point[] = [
  [253, 80],
  [248, 92],
  [258, 106],
  [250, 132],
  [268, 158],
  [258, 190],
  [276, 218],
  [268, 246],
  [281, 268],
];
const branches: readonly (readonly Point[])[] = [
  [
    [268, 158],
    [287, 168],
    [294, 184],
  ],
  [
    [258, 190],
    [240, 204],
    [234, 222],
  ],
  [
    [276, 218],
    [296, 226],
  ],
];
const chip: readonly Point[] = [
  [242, 66],
  [265, 66],
  [261, 77],
  [254, 83],
  [248, 78],
];

export function paintVase(): Uint8Array {
  return paintPng((x, y) => {
    let colour = background(x, y);
    const radius = radiusAt(y);
    const slope = radiusAt(y + 1) - radiusAt(y - 1);
    const side = (Math.abs(x - middle) - radius) / length(1, slope / 2);
    const body = Math.max(side, lipY - y, y - footY);
    const foot = toEllipse(x, y, middle, footY, 52, 9);
    const inside = cover(Math.min(body, foot));
    if (inside > 0) colour = over(colour, surface(x, y, radius), inside);
    colour = over(colour, lit(white, 0.95), cover(toEllipse(x, y, middle, lipY, 47, 10)));
    const depth = ease(54, 74, y);
    colour = over(
      colour,
      over(dark, lit(glaze, 0.55), depth * 0.6),
      cover(toEllipse(x, y, middle, lipY + 0.5, 41, 7.5)),
    );
    return x > 225 && x < 305 && y > 56 && y < 280 ? damage(colour, x, y) : colour;
  });
}

function background(x: number, y: number): Colour {
  const edge = 262;
  const light = 1.03 - 0.14 * ((y - 60) / 300);
  let colour = lit(wall, light);
  const grain = stepped(0.96 + 0.04 * Math.sin(y * 0.55 + 2.2 * Math.sin(x * 0.012 + y * 0.05)));
  colour = over(colour, lit(table, (0.8 + 0.25 * ((y - edge) / 98)) * grain), cover(edge - y, 1.5));
  const shadow = toEllipse(x, y, middle + 46, footY + 3, 112, 15);
  return over(colour, lit(dark, 0.9), 0.5 * ease(26, -14, shadow));
}

function radiusAt(y: number): number {
  const below = outline.findIndex(([height]) => height > y);
  const index = below === -1 ? outline.length - 2 : Math.max(0, below - 1);
  const at = (i: number): Point => outline[Math.min(outline.length - 1, Math.max(0, i))] ?? [0, 0];
  const [y1, r1] = at(index);
  const [y2, r2] = at(index + 1);
  const [y0, r0] = at(index - 1);
  const [y3, r3] = at(index + 2);
  const span = y2 - y1;
  const t = clamp((y - y1) / span);
  const startSlope = index === 0 ? (r2 - r1) / span : (r2 - r0) / (y2 - y0);
  const endSlope = (r3 - r1) / Math.max(1, y3 - y1);
  const t2 = t * t;
  const t3 = t2 * t;
  return (
    (2 * t3 - 3 * t2 + 1) * r1 +
    (t3 - 2 * t2 + t) * span * startSlope +
    (3 * t2 - 2 * t3) * r2 +
    (t3 - t2) * span * endSlope
  );
}

/** The painted and lit surface; `turn` is the angle around the vase, `v` the height along it. */
function surface(x: number, y: number, radius: number): Colour {
  const across = Math.max(-1, Math.min(1, (x - middle) / Math.max(1, radius)));
  const turn = Math.asin(across);
  const v = y - 9 * Math.cos(turn);
  let colour = over(glaze, white, band(v, 122, 236, 1.4));
  for (const ring of [78, 92, 119, 239, 246, 284])
    colour = over(colour, cobalt, cover(Math.abs(v - ring) - (ring === 119 || ring === 239 ? 2.2 : 1.1)));
  const step = Math.PI / 4;
  const nearest = Math.round((turn + 0.2) / step) * step - 0.2;
  colour = tulip(colour, (turn - nearest) * 88, v - 178);
  const dot = (turn + 0.2 - step / 2) / step;
  const dotX = (dot - Math.round(dot)) * step * 66;
  colour = over(colour, white, cover(length(dotX, v - 265) - 4));
  colour = over(colour, cobalt, cover(length(dotX, v - 265) - 1.8));
  const shade = 0.42 + 0.66 * clamp(Math.cos(turn + 0.55)) - 0.16 * ease(0.75, 1, across);
  const gloss = Math.exp(-(((turn + 0.62) / 0.13) ** 2)) * ease(84, 150, y) * ease(292, 215, y);
  return over(lit(colour, stepped(shade)), [1, 1, 1], 0.62 * gloss);
}

function band(v: number, from: number, to: number, blur: number): number {
  return cover(Math.max(from - v, v - to), blur);
}

function tulip(base: Colour, x: number, v: number): Colour {
  let colour = over(base, cobalt, cover(Math.max(Math.abs(x) - 1.1, -v, v - 50)));
  const leaf = Math.min(toLeaf(x, v, 1), toLeaf(x, v, -1));
  colour = over(colour, cobalt, cover(leaf));
  colour = over(colour, glaze, cover(leaf + 2.4));
  const petals = Math.min(
    toTurnedPetal(x, v + 22, 0, 24, 8),
    toTurnedPetal(x - 8, v + 20, 0.34, 22, 7),
    toTurnedPetal(x + 8, v + 20, -0.34, 22, 7),
  );
  colour = over(colour, cobalt, cover(petals));
  colour = over(colour, red, cover(petals + 2.2));
  return over(colour, white, 0.85 * cover(toTurnedPetal(x, v + 17, 0, 13, 2.4)));
}

function toLeaf(x: number, v: number, side: number): number {
  return toTurnedPetal(x - side * 11, v - 26, side * 0.52, 22, 5);
}

function toTurnedPetal(x: number, y: number, angle: number, half: number, width: number): number {
  const sin = Math.sin(angle);
  const cos = Math.cos(angle);
  return toPetal(-sin * x + cos * y, cos * x + sin * y, half, width);
}

function damage(base: Colour, x: number, y: number): Colour {
  let colour = over(
    base,
    lit(clay, 0.9 + 0.012 * (y - 60)),
    cover(toPolygon(x, y, chip)) * cover(-toEllipse(x, y, middle, lipY + 0.5, 41, 7.5)),
  );
  const along = toLine(x, y, crack);
  const width = 1.7 - 0.006 * (y - 60);
  colour = over(colour, white, 0.35 * cover(toLine(x - 1.6, y, crack) - 0.6));
  colour = over(colour, dark, 0.92 * cover(along - width, 1.2));
  for (const branch of branches) colour = over(colour, dark, 0.8 * cover(toLine(x, y, branch) - 0.55, 1.2));
  return colour;
}
