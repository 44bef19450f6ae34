import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { runMain } from './lib/LaunchError.mjs';
import { root } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';

// Relative paths are those of the caller's directory, not of the repository.
await runMain(async () => {
  const { toolchain } = await prepare();
  const child = spawn(
    toolchain.nodeBinary,
    [
      path.join(root, 'packages', 'cli', 'bin', 'clusters'),
      ...process.argv.slice(2),
    ],
    {
      cwd: root,
      env: {
        ...toolchain.env,
        INIT_CWD: process.env.INIT_CWD ?? process.cwd(),
      },
      stdio: 'inherit',
    },
  );
  return new Promise((resolve, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM']) {
      process.on(signal, () => child.kill(signal));
    }
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(signal ? 130 : code));
  });
});
