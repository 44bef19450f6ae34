import type { RuleCase } from './describeRule';
import { condition, type Json, nodeClass } from './world';

const world = (status: Json, metadata: Json = {}) => ({
  ec2nodeclasses: [nodeClass('default', { metadata, status })],
});

/**
 * The rows for every rule about one condition of an EC2NodeClass.
 *
 * @param type - the condition, such as `SubnetsReady`
 * @param reason - Karpenter's reason when the condition is False
 */
export function nodeclassConditionRows(
  type: string,
  reason: string,
): RuleCase[] {
  const withCondition = (own: Json) =>
    world({ conditions: [own, condition('Ready', 'False', 10)] });
  return [
    {
      name: 'fires at once on False',
      world: withCondition(condition(type, 'False', 0.1, reason)),
      state: 'fired',
      severity: 'critical',
      says: reason,
    },
    {
      name: 'fires on Unknown that lasts',
      world: withCondition(condition(type, 'Unknown', 4)),
      state: 'fired',
      severity: 'critical',
    },
    {
      name: 'waits for three minutes on Unknown',
      world: withCondition(condition(type, 'Unknown', 2)),
      state: 'pass',
    },
    {
      name: 'does not accept a True of an older generation',
      world: world(
        {
          conditions: [
            { ...condition(type, 'True', 60), observedGeneration: 1 },
            { ...condition('Ready', 'Unknown', 4), observedGeneration: 2 },
          ],
        },
        { generation: 2 },
      ),
      state: 'fired',
      says: 'newest spec',
    },
    {
      name: 'fires without the condition',
      world: world({ conditions: [] }),
      state: 'fired',
    },
  ];
}
