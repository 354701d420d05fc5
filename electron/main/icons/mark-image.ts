// The mark as images of Electron, sharp on every density of screen.
import { nativeImage, type NativeImage } from 'electron';
import { drawMark, type MarkOptions } from './draw-mark.ts';

/** An image of `sizePx` points with its denser forms. */
export function markImage(sizePx: number, options: MarkOptions): NativeImage {
  const image = nativeImage.createEmpty();
  for (const scaleFactor of [1, 1.5, 2, 3]) {
    const side = Math.round(sizePx * scaleFactor);
    image.addRepresentation({
      scaleFactor,
      width: side,
      height: side,
      buffer: nativeImage.createFromBitmap(drawMark(side, options), { width: side, height: side }).toPNG(),
    });
  }
  return image;
}
