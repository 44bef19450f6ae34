import { InputError } from '@backstage/errors';
import type {
  PlatformPlan,
  SharedEffect,
} from '@clusterworks/plugin-clusters-blueprint';
import {
  planPlatform,
  renderPlatform,
  sharedEffects,
} from '@clusterworks/plugin-clusters-blueprint';
import {
  type CodeOwner,
  codeOwnerSchema,
} from '@clusterworks/plugin-clusters-spec';
import type { Command } from 'commander';
import { z } from 'zod';
import { callerPath } from '../../io/callerPath';
import type { CliIo } from '../../io/CliIo';
import { gitHistory } from '../render/gitHistory';
import { readFleet } from '../render/readFleet';
import { readTree } from '../render/readTree';
import { writeTree } from '../render/writeTree';

interface InitOptions {
  out: string;
  baseBranch: string;
  codeOwner: string[];
  check?: boolean;
}

const branchSchema = z
  .string()
  .max(200)
  .regex(/^\w[\w.-]*$/, 'must be a branch name without slashes');

/** Adds `clusters init`. */
export function addInitCommand(
  program: Command,
  io: CliIo,
  exit: (code: number) => void,
): void {
  program
    .command('init')
    .description('prepare or update a platform repository')
    .requiredOption('--out <dir>', 'root of the platform repository')
    .option('--base-branch <name>', 'the branch that is applied', 'main')
    .option(
      '--code-owner <entry>',
      'a line of CODEOWNERS, such as "/terraform/modules/ @example/platform"; may be repeated',
      (entry: string, before: string[]) => [...before, entry],
      [],
    )
    .option('--check', 'write nothing; exit 1 when the tree would change')
    .addHelpText(
      'after',
      '\nExit code: 0 done or nothing to do, 1 --check found changes, 2 bad option or conflict (nothing written)',
    )
    .action(async (options: InitOptions) => exit(await init(options, io)));
}

/** @throws InputError when an option is not valid */
function parseOptions({ baseBranch, codeOwner }: InitOptions) {
  const branch = branchSchema.safeParse(baseBranch);
  const owners = z
    .array(codeOwnerSchema)
    .max(200)
    .safeParse(codeOwner.map(readCodeOwner));
  const problems = [
    ...(branch.error?.issues.map(each => `--base-branch: ${each.message}`) ??
      []),
    ...(owners.error?.issues.map(each => `--code-owner: ${each.message}`) ??
      []),
  ];
  if (problems.length > 0 || !branch.data || !owners.data) {
    throw new InputError(problems.join('\n'));
  }
  return { baseBranch: branch.data, codeOwners: owners.data };
}

function readCodeOwner(entry: string): CodeOwner {
  const [path = '', ...owners] = entry.split(/\s+/).filter(Boolean);
  return { path, owners };
}

async function init(options: InitOptions, io: CliIo): Promise<number> {
  const root = callerPath(options.out);
  const rendered = renderPlatform(parseOptions(options));
  const current = await readTree(root, rendered);
  const { plan, left } = planPlatform({
    rendered,
    current,
    historyBlob: gitHistory(root),
  });
  if (plan.conflicts.length > 0) {
    for (const { path, reason } of plan.conflicts) {
      io.writeError(`conflict: ${path} ${reason}\n`);
    }
    io.writeError('Nothing was written.\n');
    return 2;
  }
  sayLeft({ plan, left }, io);
  const changed = [...Object.keys(plan.write), ...plan.delete];
  if (changed.length === 0) {
    io.write('Nothing to do: the platform repository is up to date\n');
    return 0;
  }
  const updated = changed.filter(path => path in current);
  for (const effect of sharedEffects(updated, await readFleet(root))) {
    io.write(`${effectText(effect)}\n`);
  }
  if (options.check) {
    for (const path of Object.keys(plan.write)) {
      io.write(`would write ${path}\n`);
    }
    for (const path of plan.delete) {
      io.write(`would delete ${path}\n`);
    }
    return 1;
  }
  await writeTree(root, plan);
  io.write(
    `${Object.keys(plan.write).length} written, ${
      plan.delete.length
    } deleted, ${plan.unchanged.length} unchanged in ${options.out}\n`,
  );
  return 0;
}

/** Names what stays as people made it. */
function sayLeft({ plan, left }: PlatformPlan, io: CliIo): void {
  for (const { path, reason } of left) {
    io.writeError(`left as it is: ${path} ${reason}\n`);
  }
  for (const path of plan.deletedByHand) {
    io.writeError(
      `left away: ${path} was generated before, and somebody deleted it\n`,
    );
  }
}

function effectText({ effect, files, clusters }: SharedEffect): string {
  const whom = clusters.length > 0 ? clusters.join(', ') : 'no cluster';
  return `${files.join(', ')}: ${effect} (${whom})`;
}
