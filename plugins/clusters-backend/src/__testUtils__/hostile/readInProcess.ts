import { fork } from 'node:child_process';
import type { FuzzReport } from './FuzzReport';

/**
 * Runs a reader in a separate process, which any unhandled rejection would end.
 *
 * @param file - name of a file in this folder; the process receives the options
 *   and sends its report
 * @param nodeOptions - options of Node.js for the process
 */
export function readInProcess<Options extends object>(
  file: string,
  options: Options,
  nodeOptions: string[] = [],
): Promise<FuzzReport> {
  return new Promise((resolve, reject) => {
    const child = fork(require.resolve(`./${file}`), {
      execArgv: [
        ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
        ...nodeOptions,
      ],
      env: { ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'error' },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let errors = '';
    child.stderr?.on('data', piece => {
      errors = `${errors}${piece}`.slice(-4_000);
    });
    // Backstage's TypeScript loader also sends messages over this channel.
    child.on('message', (message: Partial<FuzzReport>) => {
      if (message.failures) {
        resolve(message as FuzzReport);
      }
    });
    child.once('exit', code =>
      reject(new Error(`The reader ended with code ${code}: ${errors}`)),
    );
    child.send(options);
  });
}
