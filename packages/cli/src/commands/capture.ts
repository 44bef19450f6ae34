import { allowListed } from '@clusterworks/plugin-clusters-health';
import { ForwardedError } from '@backstage/errors';
import type { Command } from 'commander';
import type { CliIo } from '../io/CliIo';
import { loadKubeContext } from '../kube/loadKubeContext';
import { readCluster } from '../kube/readCluster';

interface CaptureOptions {
  context: string;
  out: string;
  cluster?: string;
}

/** Adds `clusters capture`. */
export function addCaptureCommand(
  program: Command,
  io: CliIo,
  exit: (code: number) => void,
): void {
  program
    .command('capture')
    .description(
      'write what a judgement needs of a live cluster to a file; no Secrets, environment, arguments or free annotations',
    )
    .requiredOption('--context <name>', 'a context of the kubeconfig')
    .requiredOption('--out <file>', 'where to write the capture')
    .option('--cluster <name>', 'name of the cluster in the capture')
    .action(async (options: CaptureOptions) =>
      exit(await capture(options, io)),
    );
}

async function capture(options: CaptureOptions, io: CliIo): Promise<number> {
  const connection = await loadKubeContext(options.context);
  const read = await readCluster(connection, {
    cluster: options.cluster ?? options.context,
    now: io.now(),
  });
  const allowed = allowListed(read);
  try {
    await io.save(options.out, `${JSON.stringify(allowed, null, 1)}\n`);
  } catch (error) {
    throw new ForwardedError(`Could not write --out ${options.out}`, error);
  }
  for (const { resource, state, message, items } of allowed.resources) {
    const what =
      state === 'ok' ? `${items.length}` : `${state} ${message ?? ''}`;
    io.writeError(`${resource}: ${what}\n`);
  }
  const usable = allowed.resources.some(({ state }) => state === 'ok');
  return usable ? 0 : 2;
}
