import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule interruptionOff. */
export const interruptionOffDoc: CataloguedDoc = {
  title: 'Spot interruptions are not handled',
  means:
    'Without the queue Karpenter does not learn of spot interruptions: pods are killed after two minutes, without a drain and without a replacement node.',
  foundBy:
    'Environment variable INTERRUPTION_QUEUE of the controller is empty or absent while a NodePool allows spot. Unknown for a capture, which holds no environment.',
  whom: "Karpenter's controller where one of its NodePools allows spot.",
  waits: 'Not at all: it is configuration.',
  cannotSee:
    'Whether the queue exists and gets messages: SQS and EventBridge are not in the cluster.',
  lookAlikes: 'A pool that may use spot and never does.',
  todo: [
    'See whether the account has the queue; the module makes it with its EventBridge rules.',
    "Set settings.interruptionQueue of the chart to the queue's name.",
  ],
  source: 'https://karpenter.sh/docs/concepts/disruption/#interruption',
};
