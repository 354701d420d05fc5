// A photograph-like picture: a white plate with a cobalt ornament on a linen cloth, seen from above.
import { type Colour, cover, ease, hex, length, lit, over, paintPng, stepped, toCircle, toPetal } from './painting.ts';

const centreX = 240;
const centreY = 178;
const plateRadius = 152;
const wellRadius = 100;
const linen = hex('ddd3c2');
const stripe = hex('8fa6b8');
const white = hex('f6f6f0');
const cobalt = hex('183f94');
const pale = hex('5f8fd0');
const turquoise = hex('3fa9b5');
const red = hex('b8382b');

export function paintPlate(): Uint8Array {
  return paintPng((x, y) => {
    let colour = cloth(x, y);
    const shadow = toCircle(x, y, centreX + 9, centreY + 14, plateRadius - 2);
    colour = over(colour, hex('4a4034'), 0.55 * ease(20, -6, shadow));
    return over(colour, plate(x, y), cover(toCircle(x, y, centreX, centreY, plateRadius)));
  });
}

function cloth(x: number, y: number): Colour {
  const light = 1.02 - 0.14 * (y / 360);
  let colour = lit(linen, light);
  for (const at of [34, 44, 420, 430, 440]) {
    const wave = at + 1.6 * Math.sin(y * 0.021 + at);
    colour = over(colour, lit(stripe, light), 0.75 * cover(Math.abs(x - wave) - 2.4));
  }
  const fold = Math.exp(-(((y - 318 - x * 0.05) / 7) ** 2));
  return lit(colour, stepped(1 - 0.09 * fold));
}

function plate(x: number, y: number): Colour {
  const dx = x - centreX;
  const dy = y - centreY;
  const radius = length(dx, dy);
  const angle = Math.atan2(dy, dx);
  let colour = white;
  colour = over(colour, cobalt, cover(plateRadius - 5.5 - radius));
  colour = over(colour, cobalt, ring(radius, 141, 0.9));
  colour = over(colour, cobalt, ring(radius, 106, 1.6));
  colour = over(colour, cobalt, ring(radius, 101.5, 0.6));
  colour = rim(colour, radius, angle);
  colour = star(colour, radius, angle);
  // The rim slopes toward the light from the upper left, the well away from it.
  const facing = -(dx * 0.62 + dy * 0.78) / Math.max(1, radius);
  const slope = ease(wellRadius - 14, wellRadius + 4, radius) * (1 - ease(146, plateRadius, radius));
  const shade = 0.97 - 0.06 * facing * slope + 0.09 * facing * ease(145, plateRadius, radius);
  const gloss = Math.exp(-(((radius - 126) / 12) ** 2)) * Math.exp(-(((angle + 2.2) / 0.34) ** 2));
  return over(lit(colour, stepped(shade)), [1, 1, 1], 0.55 * gloss);
}

function ring(radius: number, at: number, half: number): number {
  return cover(Math.abs(radius - at) - half);
}

/** Sixteen leaves with a dot between each two. */
function rim(base: Colour, radius: number, angle: number): Colour {
  const [along, across] = around(radius, angle, 16, 0);
  let colour = over(
    base,
    cobalt,
    cover(toPetal(across * 0.86 + (along - 123) * 0.5, along - 123 - across * 0.5, 17, 6)),
  );
  colour = over(colour, pale, cover(toPetal(across * 0.86 + (along - 123) * 0.5, along - 123 - across * 0.5, 12, 2.6)));
  const [dotAlong, dotAcross] = around(radius, angle, 16, Math.PI / 16);
  colour = over(colour, red, cover(length(dotAlong - 131, dotAcross) - 3.4));
  return over(colour, turquoise, cover(length(dotAlong - 114, dotAcross) - 2.4));
}

/** An eight-pointed star of petals around a small rosette. */
function star(base: Colour, radius: number, angle: number): Colour {
  const [outAlong, outAcross] = around(radius, angle, 8, Math.PI / 8);
  let colour = over(base, turquoise, cover(toPetal(outAlong - 66, outAcross, 25, 8)));
  colour = over(colour, white, cover(toPetal(outAlong - 66, outAcross, 19, 4.6)));
  colour = over(colour, red, cover(length(outAlong - 68, outAcross) - 3));
  const [along, across] = around(radius, angle, 8, 0);
  colour = over(colour, cobalt, cover(toPetal(along - 54, across, 40, 14)));
  colour = over(colour, white, cover(Math.abs(toPetal(along - 54, across, 34, 10)) - 0.8));
  colour = over(colour, pale, cover(toPetal(along - 56, across, 22, 4.5)));
  colour = over(colour, cobalt, cover(length(along - 97, across) - 2.4));
  colour = over(colour, white, cover(radius - 19));
  colour = over(colour, cobalt, ring(radius, 17.5, 1.2));
  const [seedAlong, seedAcross] = around(radius, angle, 8, Math.PI / 8);
  colour = over(colour, cobalt, cover(toPetal(seedAlong - 9, seedAcross, 6, 2.2)));
  return over(colour, red, cover(radius - 3.4));
}

/** The point in the frame of the nearest of `count` spokes: along the spoke and across it. */
function around(radius: number, angle: number, count: number, offset: number): [along: number, across: number] {
  const step = (2 * Math.PI) / count;
  const turned = angle - offset;
  const local = turned - Math.round(turned / step) * step;
  return [radius * Math.cos(local), radius * Math.sin(local)];
}
