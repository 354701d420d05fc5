// Pictures as data URLs, drawn anew so that only pixels get into a mail's frame.

/** A mail is read at some 800 px; twice that for dense screens. */
const largestSidePx = 1600;

/**
 * Decodes and encodes the picture again (anything hidden in the file is lost); animated ones stand still.
 * A picture that cannot be decoded becomes an empty one.
 */
export async function dataUrl(bytes: Uint8Array, mimeType: string): Promise<string> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: mimeType }));
  } catch {
    return 'data:,'; // not decodable: shown as missing
  }
  const scale = Math.min(1, largestSidePx / Math.max(bitmap.width, bitmap.height));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(bitmap.width * scale)),
    Math.max(1, Math.round(bitmap.height * scale)),
  );
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const drawn = await canvas.convertToBlob({
    type: mimeType === 'image/jpeg' ? 'image/jpeg' : 'image/png',
    quality: 0.9,
  });
  return blobUrl(drawn);
}

function blobUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      resolve(reader.result as string);
    };
    reader.onerror = () => {
      reject(reader.error ?? new Error('The picture could not be read'));
    };
    reader.readAsDataURL(blob);
  });
}
