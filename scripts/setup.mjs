import process from 'node:process';
import { runMain } from './lib/LaunchError.mjs';
import { say } from './lib/progress.mjs';
import { prepare } from './lib/prepare.mjs';

await runMain(async () => {
  const { changed } = await prepare({
    verbose: process.argv.includes('--verbose'),
  });
  if (!changed) {
    say('Everything is installed already');
  }
});
