import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule podsWaiting. */
export const podsWaitingDoc: CataloguedDoc = {
  title: 'Pods wait for a node',
  means:
    'The scheduler finds no place for pods and Karpenter has not made one. The troubleshooting chapter "Karpenter not provisioning nodes" begins here.',
  foundBy:
    'Pods with PodScheduled False, reason Unschedulable: a note after a minute (none while a node for them is on its way), a warning after 5 (DaemonSet and mirror pods left out), grouped by what Karpenter last said of them. That message has a reason for each NodePool; the pool that came nearest to serving the pods gives the cause, and an unknown message is quoted. A node counts as on its way only while it may still join, and not from the third node within an hour on. When events cannot be read: a warning after 30 s if no NodeClaim is on its way, since nothing else would show it. A note only while all NodePools are being removed.',
  whom: 'Pods that the scheduler finds no node for; DaemonSet and mirror pods left out.',
  waits:
    'A minute as a note, 5 as a warning: a node takes a minute or two to come. 30 s where events cannot be read and no node is on its way, since nothing else would show it.',
  cannotSee: 'What Karpenter thinks of pods that it has written no event of.',
  lookAlikes:
    'Pods for which a node is on its way; pods that wait for a volume; pods of a cluster that is being removed.',
  todo: [
    'Follow the cause in the title.',
    'Without any Karpenter event: see whether a NodePool is Ready and the controller runs.',
  ],
  source: 'https://karpenter.sh/docs/troubleshooting/',
};
