import { MINUTE } from '../durations';
import { ClusterState } from '../ClusterState';
import { PodFacts } from '../../kinds';
import { eventsOfPod } from './karpenterEvents';

/** Why pods wait, by what Karpenter last said of them; the first that fits. */
const causes: readonly { match: RegExp; says: string; text: string }[] = [
  {
    match: /exceed limits|node limits have been/,
    says: 'every NodePool is at its limit',
    text: 'Raise limits of a NodePool',
  },
  {
    match: /failed to launch|InsufficientCapacity|required offering/,
    says: 'EC2 has no capacity',
    text: 'Allow more instance types or zones',
  },
  {
    match: /did not tolerate/,
    says: 'they tolerate no NodePool',
    text: 'Add the toleration for the taint of the pool that is meant',
  },
  {
    match: /incompatible requirements|does not have known values/,
    says: 'they select a label that no NodePool gives',
    text: 'Correct nodeSelector or affinity, or the labels of the pool',
  },
  {
    match: /topology/,
    says: 'their spread constraints cannot be met',
    text: 'Relax topologySpreadConstraints or add zones',
  },
  {
    match: /minValues/,
    says: 'minValues of a NodePool cannot be met',
    text: 'Lower minValues of the pool',
  },
  {
    match: /filtered out all|no instance type/,
    says: 'no instance type is large enough or available',
    text: 'Lower the requests or allow larger instance types',
  },
  {
    match: /volume|pvc|storage ?class/i,
    says: 'their volumes cannot be placed',
    text: 'Look at the volume claims of the pod',
  },
];
const young = 'a node for them is on its way';

/** Why a pod waits for a node, in words, from what Karpenter last said of it. */
export function waitingCause(cluster: ClusterState, pod: PodFacts): string {
  if (!cluster.ok('events'))
    return 'events cannot be read, so the reason is not known';
  const [newest] = eventsOfPod(cluster, pod, 10 * MINUTE);
  if (!newest) return 'Karpenter says nothing of them';
  const claim = /nodeclaim\/([a-z0-9.-]+)/.exec(newest.message)?.[1];
  if (claim && cluster.index.claimByName().has(claim)) return young;
  return (
    causes.find(({ match }) => match.test(newest.message))?.says ??
    newest.message.slice(0, 120)
  );
}

/** What to do about a cause; undefined when it is not one of the known ones. */
export function adviceFor(cause: string): string | undefined {
  return causes.find(({ says }) => says === cause)?.text;
}
