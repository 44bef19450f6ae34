import path from 'node:path';
import process from 'node:process';
import { runMain } from './lib/LaunchError.mjs';
import { root } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { run } from './lib/run.mjs';

// Judges the clusters of packages/accuracy and writes docs/accuracy.md.
await runMain(async () => {
  const { toolchain } = await prepare();
  const config = path.join(root, 'node_modules', '@backstage', 'cli', 'config');
  return run(
    toolchain,
    [
      '--no-node-snapshot',
      '--require',
      path.join(config, 'nodeTransform.cjs'),
      path.join(root, 'packages', 'accuracy', 'src', 'run.ts'),
      ...process.argv.slice(2),
    ],
    // Paths are those of the caller's directory.
    { cwd: process.env.INIT_CWD ?? process.cwd() },
  );
});
