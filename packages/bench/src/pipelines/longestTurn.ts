import { NOW, sickCluster } from '@clusterworks/kube-fixtures';
import {
  assessInSteps,
  viewInSteps,
} from '@clusterworks/plugin-clusters-health';
import { defaultReaderLimits } from '../clustersBackendInternals';
import { snapshotOf } from './largeSnapshot';

/** How often a cluster is judged; the first time includes compilation. */
const LOOKS = 3;

/**
 * The longest turn of the event loop, in milliseconds of this thread, while
 * the largest readable cluster is judged and its view is made. Every object in
 * the cluster has a fault.
 */
export function longestTurn(): number {
  const { maxNodes, maxPods } = defaultReaderLimits;
  const snapshot = snapshotOf(sickCluster(maxNodes, maxPods))();
  let longest = Infinity;
  for (let look = 0; look < LOOKS; look += 1) {
    const steps = Math.max(
      longestStep(assessInSteps(snapshot, undefined, NOW)),
      longestStep(viewInSteps(snapshot, NOW)),
    );
    // Other work of the machine makes an assessment longer, never shorter.
    longest = Math.min(longest, steps);
  }
  return longest;
}

function longestStep(steps: Iterator<void, unknown>): number {
  let longest = 0;
  for (let done: boolean | undefined = false; !done; ) {
    const started = performance.now();
    ({ done } = steps.next());
    longest = Math.max(longest, performance.now() - started);
  }
  return longest;
}
