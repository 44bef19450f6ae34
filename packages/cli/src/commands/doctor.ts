import type { Assessment } from '@clusterworks/plugin-clusters-common';
import type { ClusterCapture } from '@clusterworks/plugin-clusters-health';
import {
  assess,
  bundleFrom,
  costShares,
  drainPreview,
  projectCapture,
} from '@clusterworks/plugin-clusters-health';
import { InputError } from '@backstage/errors';
import type { Command } from 'commander';
import { Option } from 'commander';
import type { CliIo } from '../io/CliIo';
import { readBundleText } from '../io/readBundleText';
import { loadKubeContext } from '../kube/loadKubeContext';
import { readCluster } from '../kube/readCluster';
import { assessmentText } from '../text/assessmentText';
import { costText } from '../text/costText';
import { drainText } from '../text/drainText';
import { explainText } from '../text/explainText';
import { jsonText } from '../text/jsonText';
import { styleFor } from '../text/Style';

interface DoctorOptions {
  context?: string;
  bundle?: string[];
  cluster?: string;
  now?: string;
  output: 'text' | 'json';
  explain?: string;
  drain?: string;
}

/** Adds `clusters doctor`. */
export function addDoctorCommand(
  program: Command,
  io: CliIo,
  exit: (code: number) => void,
): void {
  program
    .command('doctor')
    .description(
      'judge a cluster: a live one, a capture, or dumps of kubectl get -o json',
    )
    .option('--context <name>', 'read the cluster of a kubeconfig context')
    .option(
      '--bundle <[resource=]file...>',
      'read captures or dumps instead of a cluster; - is standard input',
    )
    .option('--cluster <name>', 'name of the cluster in the report')
    .option(
      '--now <time>',
      "judge as of this time (RFC 3339); default: the capture's, else the newest in the dump",
    )
    .addOption(
      new Option('--output <format>', 'how to print')
        .choices(['text', 'json'])
        .default('text'),
    )
    .option('--drain <node>', 'say what a drain of this node would do')
    .option('--explain <code>', 'say what a code means, for example P3 or D07')
    .addHelpText(
      'after',
      '\nExit code: 0 healthy or notes only, 1 warnings or criticals, 2 could not judge',
    )
    .action(async (options: DoctorOptions) => exit(await doctor(options, io)));
}

async function doctor(options: DoctorOptions, io: CliIo): Promise<number> {
  const style = styleFor(io.colours);
  if (options.explain !== undefined) {
    io.write(explainText(options.explain, style));
    return 0;
  }
  const { capture, note } = await collect(options, io);
  io.writeError(`${note}\n`);
  const snapshot = projectCapture(capture);
  if (options.drain !== undefined) {
    const { drain, output } = options;
    const preview = drainPreview(snapshot, drain, capture.capturedAt);
    io.write(output === 'json' ? jsonText(preview) : drainText(preview));
    return preview.incomplete === undefined ? 0 : 2;
  }
  const { assessment } = assess(snapshot, undefined, capture.capturedAt);
  io.write(
    options.output === 'json'
      ? jsonText(assessment)
      : assessmentText(assessment, style) +
          costText(costShares(snapshot, capture.capturedAt)),
  );
  return exitCodeOf(assessment);
}

/** 0 healthy or notes only, 1 warnings or criticals, 2 could not judge. */
export function exitCodeOf({ verdict }: Assessment): number {
  if (verdict === 'unknown') {
    return 2;
  }
  return verdict === 'healthy' ? 0 : 1;
}

async function collect(
  options: DoctorOptions,
  io: CliIo,
): Promise<{ capture: ClusterCapture; note: string }> {
  const { context, bundle, now } = options;
  if ((context === undefined) === (bundle === undefined)) {
    throw new InputError('Give either --context or --bundle');
  }
  if (now !== undefined && Number.isNaN(Date.parse(now))) {
    throw new InputError(`--now must be an RFC 3339 time, it is '${now}'`);
  }
  if (context !== undefined) {
    const connection = await loadKubeContext(context);
    const capture = await readCluster(connection, {
      cluster: options.cluster ?? context,
      now: now === undefined ? io.now() : new Date(now),
    });
    return { capture, note: `Read ${context} at ${capture.capturedAt}` };
  }
  const texts = await Promise.all(
    (bundle ?? []).map(entry => readBundleText(entry, io)),
  );
  const found = bundleFrom(texts, { cluster: options.cluster, now });
  const source = found.timeFrom === 'caller' ? '--now' : found.timeFrom;
  return {
    capture: found.capture,
    note: `Judged as of ${found.capture.capturedAt} (${source})`,
  };
}
