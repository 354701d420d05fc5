// Draws Defter's mark, an indigo notebook with a band, at any size: one drawing for tray, badge and window.

export interface Colour {
  red: number;
  green: number;
  blue: number;
}
interface Shape {
  /** Signed distance to the edge in the unit square, negative inside. */
  distance(x: number, y: number): number;
  colour: Colour;
}

const indigo: Colour = { red: 0x42, green: 0x63, blue: 0xeb };
const deepIndigo: Colour = { red: 0x2b, green: 0x41, blue: 0xa8 };
const paper: Colour = { red: 0xff, green: 0xff, blue: 0xff };
const dot: Colour = { red: 0xe0, green: 0x31, blue: 0x31 };

/** `colour`: the mark; `template`: its silhouette in black for macOS; `hasDot`: with the sign that something is unread. */
export interface MarkOptions {
  kind: 'colour' | 'template';
  hasDot: boolean;
}

/** Pixels of the mark, four bytes each in the order blue, green, red, alpha, premultiplied: what Electron takes as a bitmap. */
export function drawMark(sizePx: number, { kind, hasDot }: MarkOptions): Buffer {
  const shapes = kind === 'colour' ? colourShapes(hasDot) : templateShapes(hasDot);
  const bytes = Buffer.alloc(sizePx * sizePx * 4);
  for (let row = 0; row < sizePx; row++) {
    for (let column = 0; column < sizePx; column++) {
      const pixel = mix(shapes, (column + 0.5) / sizePx, (row + 0.5) / sizePx, sizePx);
      bytes.set(pixel, (row * sizePx + column) * 4);
    }
  }
  return bytes;
}

function colourShapes(hasDot: boolean): (Shape | Hole)[] {
  const cover = box(0.5, 0.5, 0.37, 0.44, 0.11);
  return [
    { distance: cover, colour: indigo },
    { distance: (x, y) => Math.max(cover(x, y), x - 0.27), colour: deepIndigo },
    { distance: box(0.57, 0.34, 0.19, 0.045, 0.045), colour: paper },
    { distance: box(0.52, 0.5, 0.14, 0.045, 0.045), colour: paper },
    ...(hasDot ? [hole(circle(0.79, 0.79, 0.25)), { distance: circle(0.79, 0.79, 0.19), colour: dot }] : []),
  ];
}

function templateShapes(hasDot: boolean): (Shape | Hole)[] {
  const black: Colour = { red: 0, green: 0, blue: 0 };
  return [
    { distance: box(0.5, 0.5, 0.36, 0.44, 0.11), colour: black },
    hole(box(0.3, 0.5, 0.025, 0.44, 0)),
    hole(box(0.59, 0.34, 0.16, 0.04, 0.04)),
    hole(box(0.55, 0.5, 0.12, 0.04, 0.04)),
    ...(hasDot ? [hole(circle(0.79, 0.79, 0.25)), { distance: circle(0.79, 0.79, 0.18), colour: black }] : []),
  ];
}

type Hole = Pick<Shape, 'distance'> & { colour: null };

function hole(distance: Shape['distance']): Hole {
  return { distance, colour: null };
}

/** A box around (centreX, centreY) with half sizes and round corners. */
function box(centreX: number, centreY: number, halfWidth: number, halfHeight: number, radius: number) {
  return (x: number, y: number): number => {
    const dx = Math.abs(x - centreX) - halfWidth + radius;
    const dy = Math.abs(y - centreY) - halfHeight + radius;
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
  };
}

function circle(centreX: number, centreY: number, radius: number) {
  return (x: number, y: number): number => Math.hypot(x - centreX, y - centreY) - radius;
}

/** Lays the shapes over each other at one point; edges are one pixel soft. */
function mix(
  shapes: readonly (Shape | Hole)[],
  x: number,
  y: number,
  sizePx: number,
): [number, number, number, number] {
  let [blue, green, red, alpha] = [0, 0, 0, 0];
  for (const { distance, colour } of shapes) {
    const cover = Math.min(1, Math.max(0, 0.5 - distance(x, y) * sizePx));
    const rest = 1 - cover;
    blue = blue * rest + (colour?.blue ?? 0) * cover;
    green = green * rest + (colour?.green ?? 0) * cover;
    red = red * rest + (colour?.red ?? 0) * cover;
    alpha = alpha * rest + (colour ? 255 : 0) * cover;
  }
  return [Math.round(blue), Math.round(green), Math.round(red), Math.round(alpha)];
}
