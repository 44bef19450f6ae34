import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule ciliumOperatorDown. */
export const ciliumOperatorDownDoc: CataloguedDoc = {
  title: 'Cilium operator does not work',
  means:
    'Without a leading operator no node gets addresses and no start-up taint is removed, in the whole cluster. Pods that run go on.',
  foundBy:
    'Deployment cilium-operator: no available replica, unless it was installed less than 5 minutes ago and nothing keeps its pods, or none wanted (critical); fewer than wanted, unless the cluster has fewer nodes than replicas (warning). Lease cilium-operator-resource-lock not renewed for twice its duration, 30 s at least (critical): the only sign of a leader that hangs. Also a pod in a crash loop (same thresholds as controller-crash-loop). The reason why it gets no pods is found as in controller-down; a failing rollout is a warning while the old version still works.',
  whom: "The Deployment of Cilium's operator and its Lease.",
  waits:
    '5 minutes after an installation and during a rollout. The Lease: twice its duration, 30 s at least, since lists are not taken at one instant.',
  cannotSee:
    'An operator that leads and gets no answer from EC2: its log tells.',
  lookAlikes:
    'A cluster with fewer nodes than replicas (Fargate and Windows carry none), a leader that changes.',
  todo: [
    'Read events and logs of its pods.',
    'Since 1.18 it tolerates few taints: see operator-does-not-tolerate.',
    'Restart it only where a leader hangs.',
  ],
  source: 'https://docs.cilium.io/en/stable/internals/cilium_operator/',
};
