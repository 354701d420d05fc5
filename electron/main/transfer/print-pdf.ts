// Prints exported pages as tagged PDF with page numbers, in a hidden window that can neither run a script nor reach anything.
import { open, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { BrowserWindow, session as sessions } from 'electron';
import { AppError } from '../../../shared/errors.ts';
import type { Log } from '../log.ts';
import { guardSession } from '../session-guard.ts';

const pageUrl = 'app://print/';
let printersMade = 0;

export interface Printer {
  /** Prints the HTML file `htmlName` of the folder into `pdfName` beside it. */
  print(htmlName: string, pdfName: string): Promise<void>;
  close(): void;
}

/** A printer for the pages of one folder. @param pageWords `Page {page} of {pages}` */
export async function openPrinter(dir: string, pageWords: string, log: Log): Promise<Printer> {
  const session = sessions.fromPartition(`print-${++printersMade}`, { cache: false });
  let current = '';
  await guardSession(session, log, { allowsDevTools: false });
  session.protocol.handle('app', async () => {
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
    };
    return new Response(new Uint8Array(await readFile(current)), { headers });
  });
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webSecurity: true,
      devTools: false,
      spellcheck: false,
      backgroundThrottling: false,
    },
  });
  return {
    async print(htmlName, pdfName) {
      current = inside(dir, htmlName);
      await window.loadURL(pageUrl);
      const pdf = await window.webContents.printToPDF({
        pageSize: 'A4',
        printBackground: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
        displayHeaderFooter: true,
        headerTemplate: '<span></span>',
        footerTemplate: footer(pageWords),
        margins: { top: 0.7, bottom: 0.8, left: 0.7, right: 0.7 }, // inches
      });
      const file = await open(inside(dir, pdfName), 'w', 0o600);
      try {
        await file.writeFile(pdf);
        await file.sync();
      } finally {
        await file.close();
      }
    },
    close: () => {
      window.destroy();
    },
  };
}

/** Chromium fills the two classes in. */
function footer(pageWords: string): string {
  const words = pageWords
    .replace('{page}', '<span class="pageNumber"></span>')
    .replace('{pages}', '<span class="totalPages"></span>');
  return `<div style="width:100%;text-align:center;font:8pt sans-serif;color:#57606a">${words}</div>`;
}

function inside(dir: string, name: string): string {
  if (basename(name) !== name) throw new AppError('bad-data', 'Only the name of a file of the export is taken');
  return join(dir, name);
}
