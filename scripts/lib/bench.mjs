import path from 'node:path';
import { root } from './paths.mjs';
import { run } from './run.mjs';

/** Runs the measurements of `packages/bench`; resolves to the exit code. */
export function bench(toolchain, args, options = {}) {
  const config = path.join(root, 'node_modules', '@backstage', 'cli', 'config');
  return run(
    toolchain,
    [
      '--no-node-snapshot',
      '--require',
      path.join(config, 'nodeTransform.cjs'),
      path.join(root, 'packages', 'bench', 'src', 'run.ts'),
      ...args,
    ],
    { cwd: path.join(root, 'packages', 'bench'), ...options },
  );
}
