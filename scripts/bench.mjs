import path from 'node:path';
import process from 'node:process';
import { runMain } from './lib/LaunchError.mjs';
import { root } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { run } from './lib/run.mjs';

// Prints one table (metric, peer, ours, ratio, goal), then one JSON object.
await runMain(async () => {
  const { toolchain } = await prepare();
  const config = path.join(root, 'node_modules', '@backstage', 'cli', 'config');
  return run(
    toolchain,
    [
      '--no-node-snapshot',
      '--require',
      path.join(config, 'nodeTransform.cjs'),
      path.join(root, 'packages', 'bench', 'src', 'run.ts'),
      ...process.argv.slice(2),
    ],
    { cwd: path.join(root, 'packages', 'bench') },
  );
});
