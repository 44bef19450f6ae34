import type { Command } from 'commander';
import type { ChangePlan } from '@clusterworks/plugin-clusters-blueprint';
import {
  pathsBefore,
  planChanges,
  renderCluster,
  sharedConflicts,
} from '@clusterworks/plugin-clusters-blueprint';
import { parseClusterSpecYaml } from '@clusterworks/plugin-clusters-spec';
import { callerPath } from '../../io/callerPath';
import type { CliIo } from '../../io/CliIo';
import { gitHistory } from './gitHistory';
import { readFleet } from './readFleet';
import { readPaths, readTree } from './readTree';
import { writeTree } from './writeTree';

interface RenderOptions {
  spec: string;
  out: string;
  check?: boolean;
  allowVersionSteps?: boolean;
}

/** Adds `clusters render`. */
export function addRenderCommand(
  program: Command,
  io: CliIo,
  exit: (code: number) => void,
): void {
  program
    .command('render')
    .description('write the platform repository files of a cluster')
    .requiredOption('--spec <file>', 'a cluster.yaml; - is standard input')
    .requiredOption('--out <dir>', 'root of the platform repository')
    .option('--check', 'write nothing; exit 1 when the tree would change')
    .option(
      '--allow-version-steps',
      'let versions skip a minor, go back, or change several at once',
    )
    .addHelpText(
      'after',
      '\nExit code: 0 done or nothing to do, 1 --check found changes, 2 bad spec or conflict (nothing written)',
    )
    .action(async (options: RenderOptions) => exit(await render(options, io)));
}

async function render(options: RenderOptions, io: CliIo): Promise<number> {
  const source = await io.read(options.spec);
  const root = callerPath(options.out);
  const spec = parseClusterSpecYaml(source);
  const rendered = renderCluster(spec, {
    source,
    allowVersionSteps: options.allowVersionSteps,
    before: await readPaths(root, pathsBefore(spec)),
    today: io.now().toISOString().slice(0, 10),
    fleet: await readFleet(root),
  });
  const current = await readTree(root, rendered.files);
  const plan = planChanges({
    rendered: rendered.files,
    current,
    historyBlob: gitHistory(root),
  });

  for (const { code, message } of rendered.warnings) {
    io.writeError(`warning ${code}: ${message}\n`);
  }
  for (const { path, reason } of sharedConflicts(plan, current)) {
    io.writeError(`warning shared-files: ${path} ${reason}.\n`);
  }
  if (plan.conflicts.length > 0) {
    const list = plan.conflicts
      .map(({ path, reason }) => `conflict: ${path} ${reason}\n`)
      .join('');
    io.writeError(`${list}Nothing was written.\n`);
    return 2;
  }
  if (options.check) {
    return report(plan, io);
  }
  await writeTree(root, plan);
  io.write(`${rendered.summary}\n`);
  io.write(
    `${count(plan.write)} written, ${plan.delete.length} deleted, ${
      plan.unchanged.length
    } unchanged in ${options.out}\n`,
  );
  return 0;
}

function count(files: Record<string, string>): number {
  return Object.keys(files).length;
}

function report(plan: ChangePlan, io: CliIo): number {
  for (const path of Object.keys(plan.write)) {
    io.write(`would write ${path}\n`);
  }
  for (const path of plan.delete) {
    io.write(`would delete ${path}\n`);
  }
  return count(plan.write) + plan.delete.length > 0 ? 1 : 0;
}
