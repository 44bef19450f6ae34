import { andThen, fixedCommand } from '../../../model/remedy/shellCommand';
import type { UnseenCode } from '../../../rule/Rule';
import {
  askForQueue,
  askForQueueUrl,
  askForQueueArn,
} from '../../../model/remedy/askForQueue';

/** A point of the validation checklist that no object of the cluster shows. */
export const eventbridgeRulesExist: UnseenCode = {
  code: 'clusterworks/eventbridge-rules-exist',
  id: 'eventbridge-rules-exist',
  component: 'clusterworks',
  doc: {
    title: 'Checklist: EventBridge rules exist',
    means: 'The rules bring the events of EC2 and AWS Health to the queue.',
    source: 'https://karpenter.sh/docs/reference/cloudformation/',
  },
  reason: 'EventBridge rules are not in the cluster',
  command: andThen(
    askForQueue,
    askForQueueUrl,
    askForQueueArn,
    fixedCommand`aws events list-rule-names-by-target --target-arn "$arn"`,
  ),
};
