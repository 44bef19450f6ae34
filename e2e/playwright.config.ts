import { defineConfig } from '@playwright/test';
import path from 'node:path';

export default defineConfig({
  testDir: __dirname,
  // Has a configuration of its own.
  testIgnore: 'adopt/**',
  // One portal, one browser: the journeys share a machine of two cores.
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 240_000,
  expect: { timeout: 30_000 },
  outputDir: path.join(__dirname, '..', 'test-results', 'browser'),
  reporter: [['list'], ['json']],
});
