// The files attached to demo messages: pictures painted on first use, and an invoice.
import { turkishCustomers } from './customers-turkish.ts';
import type { DemoAttachmentKind } from './demo-content.ts';
import { writeInvoicePdf } from './invoice-pdf.ts';
import { paintBox } from './picture-box.ts';
import { paintPlate } from './picture-plate.ts';
import { paintVase } from './picture-vase.ts';

interface DemoFile {
  mimeType: string;
  bytes: Uint8Array;
}

const invoicedOrder = 'MC-10358';
const made = new Map<DemoAttachmentKind, DemoFile>();
const makers: Readonly<Record<DemoAttachmentKind, () => DemoFile>> = {
  'photo-vase': () => ({ mimeType: 'image/png', bytes: paintVase() }),
  'photo-plate': () => ({ mimeType: 'image/png', bytes: paintPlate() }),
  'photo-box': () => ({ mimeType: 'image/png', bytes: paintBox() }),
  'invoice-pdf': () => ({ mimeType: 'application/pdf', bytes: invoice() }),
};

/** Type and size of a kind, known without painting it: a list of attachments must not wait for pictures. */
export const demoAttachmentFacts: Readonly<Record<DemoAttachmentKind, { mimeType: string; sizeBytes: number }>> = {
  'photo-vase': { mimeType: 'image/png', sizeBytes: 29_008 },
  'photo-plate': { mimeType: 'image/png', sizeBytes: 39_319 },
  'photo-box': { mimeType: 'image/png', sizeBytes: 21_145 },
  'invoice-pdf': { mimeType: 'application/pdf', sizeBytes: 4_189 },
};

/**
 * The file of a kind: PNG pictures of 480 by 360 pixels under 40 kB, or a one-page PDF of some 4 kB.
 * A picture takes some 0.3 s to paint; each is made once and then handed out again, so treat the bytes as read-only.
 */
export function demoAttachment(kind: DemoAttachmentKind): DemoFile {
  const known = made.get(kind);
  if (known) return known;
  const file = makers[kind]();
  made.set(kind, file);
  return file;
}

function invoice(): Uint8Array {
  const order = turkishCustomers.flatMap(({ orders }) => orders).find(({ number }) => number === invoicedOrder);
  if (!order) throw new Error(`The demo shop has no order ${invoicedOrder}`);
  return writeInvoicePdf(order, {
    name: 'Polat Dekor Ltd. Şti.',
    addressLines: ['Örnek Mah. Işık Cad. No: 12', 'Seyhan / Adana', 'Vergi no: 000 000 00 00'],
  });
}
