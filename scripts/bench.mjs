import process from 'node:process';
import { bench } from './lib/bench.mjs';
import { runMain } from './lib/LaunchError.mjs';
import { prepare } from './lib/prepare.mjs';

// npm run bench            one table (metric, peer, ours, ratio, goal), then one JSON object
// npm run bench -- --soak  an hour with servers that break: does what is held stay level?
await runMain(async () => {
  const { toolchain } = await prepare();
  return bench(toolchain, process.argv.slice(2));
});
