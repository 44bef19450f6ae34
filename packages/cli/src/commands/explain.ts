import { NotFoundError } from '@backstage/errors';
import {
  type ClusterDetail,
  countedAs,
  type Finding,
} from '@clusterworks/plugin-clusters-common';
import type { Command } from 'commander';
import { Option } from 'commander';
import type { CliIo } from '../io/CliIo';
import {
  addPortalOptions,
  type PortalOptions,
} from '../portal/addPortalOptions';
import { askPortal } from '../portal/askPortal';
import {
  addFailOnOptions,
  exitCodeFor,
  type FailOnOptions,
} from '../portal/FailOn';
import { clusterSummary } from '../text/clusterSummary';
import { clusterText } from '../text/clusterText';
import { jsonText } from '../text/jsonText';
import { styleFor } from '../text/Style';

interface ExplainOptions extends PortalOptions, FailOnOptions {
  output: 'text' | 'json' | 'github';
}

/** Adds `clusters explain`. */
export function addExplainCommand(
  program: Command,
  io: CliIo,
  exit: (code: number) => void,
): void {
  const command = program
    .command('explain')
    .description('say how a cluster of a portal is, why, and what to do')
    .argument('<cluster>', 'name of the cluster')
    .argument('[finding]', 'only this one: its id, code or rule')
    .addOption(
      new Option('--output <format>', 'how to print')
        .choices(['text', 'json', 'github'])
        .default('text'),
    )
    .action(
      async (
        cluster: string,
        finding: string | undefined,
        options: ExplainOptions,
      ) => exit(await explain(cluster, finding, options, io)),
    );
  addFailOnOptions(addPortalOptions(command));
}

async function explain(
  cluster: string,
  wanted: string | undefined,
  options: ExplainOptions,
  io: CliIo,
): Promise<number> {
  const detail = await askPortal(options, io, (client, request) =>
    client.getCluster(cluster, request),
  );
  const finding = wanted === undefined ? undefined : find(detail, wanted);
  io.write(format(detail, finding, options.output, io));
  return exitCodeFor({ [countedAs(detail.row)]: 1 }, options);
}

/** @throws NotFoundError that names the findings that there are */
function find({ row, assessment }: ClusterDetail, wanted: string): Finding {
  const findings = assessment?.findings ?? [];
  const key = wanted.toLowerCase();
  const found = findings.find(
    ({ id, code, rule }) =>
      id === wanted || code.toLowerCase() === key || rule === key,
  );
  if (!found) {
    const codes = [...new Set(findings.map(({ code }) => code))];
    throw new NotFoundError(
      `Cluster ${row.name} has no finding '${wanted}'; it has ${
        codes.join(', ') || 'none'
      }`,
    );
  }
  return found;
}

function format(
  detail: ClusterDetail,
  finding: Finding | undefined,
  output: ExplainOptions['output'],
  io: CliIo,
): string {
  if (output === 'text') {
    return clusterText(detail, finding, styleFor(io.colours));
  }
  if (output === 'github') {
    return clusterSummary(detail, finding);
  }
  const { row, assessment } = detail;
  return jsonText(finding ? { row, finding } : { row, assessment });
}
