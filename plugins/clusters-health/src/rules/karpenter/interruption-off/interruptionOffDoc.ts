import { RuleDoc } from '../../../rule/Rule';

/** What people read of interruptionOff. */
export const interruptionOffDoc: RuleDoc = {
  title: 'Spot interruptions are not handled',
  means:
    'Without the queue Karpenter does not learn that a spot instance goes: its pods are killed after two minutes without a drain and without a replacement started before.',
  foundBy:
    'Environment variable INTERRUPTION_QUEUE of the controller is empty or absent while a NodePool allows spot. Unknown for a capture, which holds no environment.',
  todo: "Set settings.interruptionQueue of the chart to the queue's name; the module makes the queue and its EventBridge rules.",
  source: 'https://karpenter.sh/docs/concepts/disruption/#interruption',
};
