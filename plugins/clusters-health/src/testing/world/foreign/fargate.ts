import { ciliumOperatorDeployment } from '../ciliumWorkload';
import { karpenterAt } from '../karpenterWorkload';
import { podsOn, sandboxEvent } from './foreignPods';
import type { ForeignWorld } from './ForeignWorld';
import { withoutCilium } from './withoutCilium';

/** Each Fargate pod has a node and a network of its own. */
export const fargate: ForeignWorld = {
  adds: {
    nodes: ['one', 'two', 'three'].map(name =>
      withoutCilium(
        `fargate-${name}`,
        { 'eks.amazonaws.com/compute-type': 'fargate' },
        {
          taints: [
            {
              key: 'eks.amazonaws.com/compute-type',
              value: 'fargate',
              effect: 'NoSchedule',
            },
          ],
          spec: { providerID: `aws:///eu-west-1a/foreign/fargate-${name}` },
        },
      ),
    ),
    pods: podsOn('foreign-fargate-one'),
    events: [sandboxEvent],
  },
  replaces: {
    // The second replica is not available because no node is left for it.
    deployments: [
      karpenterAt('1.14.3'),
      ciliumOperatorDeployment({
        status: { availableReplicas: 1, readyReplicas: 1 },
      }),
    ],
  },
};
