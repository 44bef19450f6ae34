import process from 'node:process';
import { ensureInstalled } from './lib/install.mjs';
import { runMain } from './lib/LaunchError.mjs';
import { say } from './lib/progress.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';

await runMain(async () => {
  const toolchain = ensureToolchain();
  const changed = await ensureInstalled(toolchain, {
    verbose: process.argv.includes('--verbose'),
  });
  if (!changed) say('Everything is installed already');
});
