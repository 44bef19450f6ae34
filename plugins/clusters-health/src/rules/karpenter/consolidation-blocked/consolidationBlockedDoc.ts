import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule consolidationBlocked. */
export const consolidationBlockedDoc: CataloguedDoc = {
  title: 'A node cannot be consolidated',
  means:
    'Karpenter would remove or replace the node, but is prevented by a PodDisruptionBudget that allows no disruption or a pod that asks not to be disrupted. No workload is affected, but the node costs money.',
  foundBy:
    'Events DisruptionBlocked or Unconsolidatable of the last 15 minutes whose text names a PodDisruptionBudget or a do-not-disrupt annotation; one finding per blocker.',
  whom: "Nodes and NodeClaims of Karpenter's own AWS provider that are still there.",
  waits: 'Not at all; it is a note, for 15 minutes after the last event.',
  cannotSee: 'Whether the node is worth consolidating.',
  lookAlikes:
    'What Karpenter says of every node at its start (not initialized, nominated).',
  todo: [
    'See the PodDisruptionBudget or pod that is named.',
    'More replicas or a smaller minAvailable; remove the annotation when the work is done.',
  ],
  source: 'https://karpenter.sh/docs/concepts/disruption/#consolidation',
};
