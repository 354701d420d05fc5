// How the pictures of the app are taken: one window at a time.
import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '**/*.shots.ts',
  outputDir: resolve(import.meta.dirname, '../../test-results'),
  workers: 1,
  retries: 0,
  timeout: 180_000,
  reporter: [['list']],
});
