import { InputError } from '@backstage/errors';
import type { z } from 'zod';
import { isMapping } from '@clusterworks/plugin-clusters-spec';
import {
  awsCommands,
  type AwsOutput,
  type AwsOutputKey,
  awsOutputs,
} from './awsOutputs';

/**
 * One file with the output of an AWS CLI command.
 *
 * @public
 */
export type AwsText = {
  /** Shown in messages; usually the name of the file. */
  name: string;
  text: string;
};

/** All outputs of each command. */
export type AwsOutputs = { [Key in AwsOutputKey]: AwsOutput<Key>[] };

const LONGEST_FILE = 8 * 1024 * 1024;
const MOST_FILES = 1_000;
const MOST_PROBLEMS = 100;

const keys = Object.keys(awsOutputs) as AwsOutputKey[];

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function issuesOf(error: z.ZodError): string[] {
  return error.issues.map(
    ({ path, message }) => `${path.map(String).join('.')}: ${message}`,
  );
}

/** Adds the output of one file; returns what is wrong with it. */
function addOutput(text: string, outputs: AwsOutputs): string[] {
  if (text.length > LONGEST_FILE) {
    return [`has ${text.length} characters; at most ${LONGEST_FILE} are read`];
  }
  const value = parseJson(text);
  if (!isMapping(value)) {
    return ['is no JSON object: write the output with --output json'];
  }
  const found = keys.filter(key => Object.hasOwn(value, key));
  if (found.length !== 1) {
    return [
      `is not the output of one of: ${Object.values(awsCommands).join(', ')}`,
    ];
  }
  if (value.NextToken || value.nextToken) {
    return ['is incomplete: it has a NextToken, so more was to follow'];
  }
  const [key] = found;
  const parsed = awsOutputs[key].safeParse(value);
  if (!parsed.success) {
    return issuesOf(parsed.error);
  }
  (outputs[key] as unknown[]).push(parsed.data);
  return [];
}

/**
 * Reads the outputs of AWS CLI commands; each file tells by its keys which
 * command printed it.
 *
 * @throws InputError with all problems of all files.
 */
export function readAwsOutputs(texts: readonly AwsText[]): AwsOutputs {
  if (texts.length > MOST_FILES) {
    throw new InputError(
      `${texts.length} files of AWS outputs are given; at most ${MOST_FILES} are read`,
    );
  }
  const outputs = Object.fromEntries(
    keys.map(key => [key, []]),
  ) as unknown as AwsOutputs;
  const problems = texts.flatMap(({ name, text }) =>
    addOutput(text, outputs).map(problem => `${name} ${problem}`),
  );
  if (problems.length > 0) {
    const more = problems.length - MOST_PROBLEMS;
    throw new InputError(
      [
        'The outputs of the AWS CLI cannot be read:',
        ...problems.slice(0, MOST_PROBLEMS),
        ...(more > 0 ? [`and ${more} more problems`] : []),
      ].join('\n'),
    );
  }
  return outputs;
}
