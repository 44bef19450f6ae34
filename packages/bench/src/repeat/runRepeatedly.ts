import { fork } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ReportRow } from '../lib/Report';

/**
 * Measures everything several times, each time in a new process, so that no
 * run profits from what another one compiled.
 */
export async function* runRepeatedly(
  times: number,
): AsyncGenerator<readonly ReportRow[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-'));
  const output = path.join(folder, 'bench.json');
  try {
    for (let run = 1; run <= times; run += 1) {
      process.stderr.write(`run ${run} of ${times}\n`);
      await measureInProcess(output);
      yield JSON.parse(await readFile(output, 'utf8')).rows;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function measureInProcess(output: string): Promise<void> {
  const child = fork(require.resolve('../run'), ['--output', output], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', code =>
      code === 0 ? resolve() : reject(new Error(`A run ended with ${code}`)),
    );
  });
}
