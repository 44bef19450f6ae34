import type { AwsOutput, AwsOutputKey } from './awsOutputs';
import type { AwsOutputs } from './readAwsOutputs';

/** The list in the outputs of one command; undefined without an output. */
export function listOf<Key extends AwsOutputKey, Item>(
  outputs: AwsOutputs,
  key: Key,
  items: (output: AwsOutput<Key>) => readonly Item[],
): Item[] | undefined {
  const given: readonly AwsOutput<Key>[] = outputs[key];
  return given.length > 0 ? given.flatMap(items) : undefined;
}
