import { andThen, fixedCommand } from '../../../model/remedy/shellCommand';
import type { UnseenCode } from '../../../rule/Rule';
import { askForQueue } from '../../../model/remedy/askForQueue';

/** A point of the validation checklist that no object of the cluster shows. */
export const interruptionQueueExists: UnseenCode = {
  code: 'clusterworks/interruption-queue-exists',
  id: 'interruption-queue-exists',
  component: 'clusterworks',
  doc: {
    title: 'Checklist: SQS queue exists',
    means: 'Karpenter learns of spot interruptions through this queue.',
    source: 'https://karpenter.sh/docs/concepts/disruption/#interruption',
  },
  reason: 'queues are not in the cluster',
  command: andThen(
    askForQueue,
    fixedCommand`aws sqs get-queue-url --queue-name "$queue"`,
  ),
};
