import { defineConfig } from '@playwright/test';
import path from 'node:path';

// What an adopter does, from packages as they are published. It takes minutes,
// and installs from the registry: `npm run long -- adopt`.
export default defineConfig({
  testDir: __dirname,
  workers: 1,
  retries: 0,
  timeout: 60 * 60_000,
  expect: { timeout: 300_000 },
  outputDir: path.join(__dirname, '..', '..', 'test-results', 'adopt'),
  reporter: [['list'], ['json']],
});
