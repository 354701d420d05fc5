// Bytes as they cross a border.
import * as z from 'zod';

/** A Uint8Array over whatever buffer. */
export const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes expected');
