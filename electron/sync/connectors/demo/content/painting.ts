// Paints a picture pixel by pixel from distances to shapes; edges come out smooth because coverage follows the distance.
import { encodePng } from './png.ts';

/** Red, green and blue from 0 to 1. */
export type Colour = readonly [number, number, number];
export type Point = readonly [x: number, y: number];

export const pictureWidth = 480;
export const pictureHeight = 360;

// Shades are rounded to steps too fine to see; without that the files would be three times as large.
const shadesPerChannel = 86; // 85 steps of 3
const lightSteps = 64;
const edgeSteps = 6;

/** Evaluates the colour at the middle of every pixel and returns the picture as PNG. */
export function paintPng(colourAt: (x: number, y: number) => Colour): Uint8Array {
  const rgb = new Uint8Array(pictureWidth * pictureHeight * 3);
  const top = shadesPerChannel - 1;
  let at = 0;
  for (let y = 0; y < pictureHeight; y++) {
    for (let x = 0; x < pictureWidth; x++) {
      for (const channel of colourAt(x + 0.5, y + 0.5)) rgb[at++] = (Math.round(clamp(channel) * top) * 255) / top;
    }
  }
  return encodePng(pictureWidth, pictureHeight, rgb);
}

/** A colour written as six hexadecimal digits. */
export function hex(digits: string): Colour {
  const value = parseInt(digits, 16);
  return [(value >> 16) / 255, ((value >> 8) & 0xff) / 255, (value & 0xff) / 255];
}

/** From 0 to 1. */
export function clamp(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value;
}

/** `base` with `paint` over it, as opaque as `amount` (0 to 1). */
export function over(base: Colour, paint: Colour, amount: number): Colour {
  const a = clamp(amount);
  if (a === 0) return base;
  return [base[0] + (paint[0] - base[0]) * a, base[1] + (paint[1] - base[1]) * a, base[2] + (paint[2] - base[2]) * a];
}

/** The colour lightened (above 1) or darkened (below 1). */
export function lit(colour: Colour, light: number): Colour {
  return [colour[0] * light, colour[1] * light, colour[2] * light];
}

/** A light rounded to steps too fine to see on a painted surface. */
export function stepped(light: number): number {
  return Math.round(light * lightSteps) / lightSteps;
}

/** How much of a pixel a shape covers, from the distance to its edge in pixels (negative inside); `blur` widens the edge. */
export function cover(distance: number, blur = 1): number {
  return Math.round(clamp(0.5 - distance / blur) * edgeSteps) / edgeSteps;
}

/** Of a vector; Math.hypot guards against overflow and is several times slower. */
export function length(dx: number, dy: number): number {
  return Math.sqrt(dx * dx + dy * dy);
}

/** 0 below `from`, 1 above `to`, smooth between. */
export function ease(from: number, to: number, value: number): number {
  const t = clamp((value - from) / (to - from));
  return t * t * (3 - 2 * t);
}

export function toCircle(x: number, y: number, cx: number, cy: number, radius: number): number {
  return length(x - cx, y - cy) - radius;
}

/** Near enough for shapes much wider than a pixel. */
export function toEllipse(x: number, y: number, cx: number, cy: number, rx: number, ry: number): number {
  const k = length((x - cx) / rx, (y - cy) / ry);
  const slope = length((x - cx) / (rx * rx), (y - cy) / (ry * ry));
  return slope === 0 ? -Math.min(rx, ry) : (k * (k - 1)) / slope;
}

export function toSegment(x: number, y: number, [ax, ay]: Point, [bx, by]: Point): number {
  const dx = bx - ax;
  const dy = by - ay;
  const t = clamp(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy));
  return length(x - ax - t * dx, y - ay - t * dy);
}

/** Distance to an open line through the points. */
export function toLine(x: number, y: number, points: readonly Point[]): number {
  let nearest = Infinity;
  let before: Point | undefined;
  for (const point of points) {
    if (before) nearest = Math.min(nearest, toSegment(x, y, before, point));
    before = point;
  }
  return nearest;
}

/** Distance to the edge of a closed polygon, negative inside. */
export function toPolygon(x: number, y: number, corners: readonly Point[]): number {
  let nearest = Infinity;
  let isInside = false;
  let b = corners.at(-1);
  for (const a of corners) {
    if (!b) break;
    nearest = Math.min(nearest, toSegment(x, y, a, b));
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) isInside = !isInside;
    b = a;
  }
  return isInside ? -nearest : nearest;
}

/** A petal: two arcs meeting in a point at both ends, lying along x from -half to half, `width` wide at the middle. */
export function toPetal(x: number, y: number, half: number, width: number): number {
  const offset = (half * half - width * width) / (2 * width);
  return length(x, Math.abs(y) + offset) - (offset + width);
}
