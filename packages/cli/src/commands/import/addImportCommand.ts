import { ForwardedError, InputError } from '@backstage/errors';
import {
  type ImportedCluster,
  importCluster,
  readAnswers,
} from '@clusterworks/plugin-clusters-blueprint';
import { bundleFrom } from '@clusterworks/plugin-clusters-health';
import { describeClusterSpecIssues } from '@clusterworks/plugin-clusters-spec';
import type { Command } from 'commander';
import type { CliIo } from '../../io/CliIo';
import { readBundleText } from '../../io/readBundleText';
import { differencesText } from './differencesText';
import { questionsText } from './questionsText';

interface ImportOptions {
  capture: string[];
  aws: string[];
  answers?: string;
  answer: string[];
  output: string;
}

/** Adds `clusters import`. */
export function addImportCommand(
  program: Command,
  io: CliIo,
  exit: (code: number) => void,
): void {
  program
    .command('import')
    .description(
      'write a cluster.yaml of an existing EKS cluster; what its facts do not tell is asked for',
    )
    .requiredOption(
      '--capture <[resource=]file...>',
      'what clusters capture wrote, or dumps of kubectl get -o json',
    )
    .requiredOption(
      '--aws <file...>',
      'outputs of the AWS CLI in JSON; each file tells which command printed it',
    )
    .option('--answers <file>', 'answers to the questions, as YAML')
    .option(
      '--answer <path=value>',
      'one answer, such as spec.environment=prod; may be repeated',
      (entry: string, before: string[]) => [...before, entry],
      [],
    )
    .requiredOption('--output <file>', 'where to write cluster.yaml')
    .addHelpText(
      'after',
      '\nExit code: 0 written, 1 questions are open and nothing is written, 2 error',
    )
    .action(async (options: ImportOptions) =>
      exit(await runImport(options, io)),
    );
}

async function runImport(options: ImportOptions, io: CliIo): Promise<number> {
  const found = await importFrom(options, io);
  io.writeError(differencesText(found.differences));
  const { questions, problems, yaml } = found;
  if (questions.length > 0) {
    io.write(questionsText(questions));
  }
  if (problems.length > 0) {
    throw new InputError(
      `The cluster cannot be described like this, nothing was written:\n${describeClusterSpecIssues(
        problems,
      )}`,
    );
  }
  if (yaml === undefined) {
    io.writeError(
      `${questions.length} questions are open, nothing was written: fill in what was printed, and give it with --answers\n`,
    );
    return 1;
  }
  await saveNew(options.output, yaml, io);
  io.writeError(`Wrote ${options.output}\n`);
  return 0;
}

async function importFrom(
  { capture, aws, answers, answer }: ImportOptions,
  io: CliIo,
): Promise<ImportedCluster> {
  const bundle = await Promise.all(
    capture.map(entry => readBundleText(entry, io)),
  );
  const outputs = await Promise.all(
    aws.map(async name => ({ name, text: await io.read(name) })),
  );
  return importCluster({
    capture: bundleFrom(bundle).capture,
    aws: outputs,
    answers: readAnswers(
      answers === undefined ? undefined : await io.read(answers),
      answer,
    ),
  });
}

/** Writes a file that is not there yet: people edit `cluster.yaml`. */
async function saveNew(
  path: string,
  content: string,
  io: CliIo,
): Promise<void> {
  try {
    await io.create(path, content);
  } catch (error) {
    throw new ForwardedError(`Could not write --output ${path}`, error);
  }
}
