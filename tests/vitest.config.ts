// The Vitest projects: unit (pure code), mail (real servers and sockets) and store (IndexedDB in a real Chromium).
import { resolve } from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');

// Chromium refuses its sandbox only to root; the rest keeps a test browser from talking to its vendor.
const chromiumSwitches = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

// Vitest gives up after a second: a busy machine needs more to do what is waited for.
const patient = { poll: { timeout: 20_000 } };

export default defineConfig({
  root,
  cacheDir: resolve(root, 'node_modules/.cache/vitest'),
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          expect: patient,
          // Property tests try a hundred cases each: on a busy machine five seconds are not enough.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'mail',
          environment: 'node',
          include: ['tests/{mail,connectors,engine}/**/*.test.ts'],
          expect: patient,
          // These start real servers: one file at a time, and time for a server to come up on a busy machine.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'store',
          include: ['tests/store/**/*.test.{ts,tsx}'],
          expect: patient,
          testTimeout: 30_000,
          hookTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: process.env['DEFTER_CHROMIUM'] ?? '/usr/bin/chromium',
                args: chromiumSwitches,
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
