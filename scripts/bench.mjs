import process from 'node:process';
import { bench } from './lib/bench.mjs';
import { runMain } from './lib/LaunchError.mjs';
import { measurePages } from './lib/measurePages.mjs';
import { prepare } from './lib/prepare.mjs';

// npm run bench             one table (metric, peer, ours, ratio, goal), then one JSON object
// npm run bench -- --times 3  medians and spread, each run in new processes
// npm run bench -- --soak   an hour with servers that break: does what is held stay level?
// npm run bench -- --pages  the pages of a production build, in Chromium
await runMain(async () => {
  const { toolchain } = await prepare();
  const args = process.argv.slice(2);
  return args.includes('--pages')
    ? measurePages(toolchain)
    : bench(toolchain, args);
});
