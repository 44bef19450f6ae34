import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule controllerDown. */
export const controllerDownDoc: CataloguedDoc = {
  title: 'Karpenter controller is down',
  means:
    'No replica of the controller is available: no node is launched, replaced or consolidated, and spot interruptions are not handled. With one replica left, nothing can take over from the leader.',
  foundBy:
    'Deployment with label app.kubernetes.io/name=karpenter in any namespace: status.availableReplicas is 0 (critical; unknown in the first 5 minutes of an installation) or below spec.replicas (warning; during a rollout only after 5 minutes). The reason comes from the condition ReplicaFailure or events FailedCreate (quota, admission, ServiceAccount), from pods without a node, image, volume or network, and from Progressing False. A failing rollout is a warning while the old version still serves.',
  whom: 'Clusters that run Karpenter themselves; does not apply when its definitions are not installed.',
  waits:
    'Not at all when the API server refuses the pods or an image cannot be pulled. 5 minutes after an installation and during a rollout, which replaces one replica after the other.',
  cannotSee:
    'A controller that runs and does nothing (leader-lost), and one that runs outside of the cluster.',
  lookAlikes:
    'A rollout, the removal of the node with the only replica, Pending replicas in a cluster with one node outside of Karpenter.',
  todo: [
    'Follow the reason in the title.',
    'Without one, look at the events and logs of its pods.',
    'A second replica that stays Pending needs another node that Karpenter does not own, in another zone, or replicas: 1.',
  ],
  source: 'https://karpenter.sh/docs/troubleshooting/',
};
