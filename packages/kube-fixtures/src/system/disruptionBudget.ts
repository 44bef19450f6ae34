import { build, type Overrides } from '../base/build';
import type { KubeObject } from '../base/KubeObject';
import { ago } from '../base/time';

/** A PodDisruptionBudget that allows one disruption. */
export function disruptionBudget(
  of: { name: string; namespace: string; labels: Record<string, string> },
  facts: { pods?: number; createdAt?: string } & Overrides = {},
): KubeObject {
  const { pods = 2, createdAt = ago('1d') } = facts;
  return build(
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: {
        name: of.name,
        namespace: of.namespace,
        creationTimestamp: createdAt,
        generation: 1,
      },
      spec: { maxUnavailable: 1, selector: { matchLabels: of.labels } },
      status: {
        conditions: [
          {
            type: 'DisruptionAllowed',
            status: 'True',
            reason: 'SufficientPods',
            message: '',
            lastTransitionTime: createdAt,
            observedGeneration: 1,
          },
        ],
        currentHealthy: pods,
        desiredHealthy: pods - 1,
        disruptionsAllowed: 1,
        expectedPods: pods,
        observedGeneration: 1,
      },
    },
    facts,
  );
}
