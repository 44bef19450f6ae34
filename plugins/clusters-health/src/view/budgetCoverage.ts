import type { Measure } from '@clusterworks/plugin-clusters-common';
import { addTo } from '../model/addTo';
import { pdbSelects } from '../model/disruption/pdbSelects';
import { staysOnDrain } from '../model/disruption/drainBlockers';
import type { PdbFacts, PodFacts } from '../kinds';
import type { Look } from './Look';
import { estimate, exact, unknownMeasure } from './measures';
import { noWorkload, ofSource } from './unknownReasons';

/** Pods of Jobs come to an end by themselves; a budget would only hold nodes. */
const ENDS_BY_ITSELF = 'Job';

/**
 * Share of workloads with several running pods, of which a PodDisruptionBudget
 * covers the pods: without one, a drain may end all of them at once. Unknown
 * when pods or budgets could not be read, or there are no such workloads.
 */
export function budgetCoverage(look: Look): Measure {
  const { pods, poddisruptionbudgets } = look.snapshot.resources;
  const sources = { pods, poddisruptionbudgets };
  for (const [name, source] of Object.entries(sources)) {
    if (source.state !== 'ok') {
      return unknownMeasure(ofSource(name, source.state));
    }
  }
  const workloads = [...podsByWorkload(pods.items).values()].filter(
    ({ count }) => count > 1,
  );
  if (workloads.length === 0) {
    return unknownMeasure(noWorkload);
  }
  const budgets = new Map<PdbFacts['namespace'], PdbFacts[]>();
  for (const budget of poddisruptionbudgets.items) {
    addTo(budgets, budget.namespace, budget);
  }
  const covered = workloads.filter(({ pod }) => isCovered(pod, budgets));
  const share = covered.length / workloads.length;
  const isPartial = Object.values(sources).some(({ unreadable }) => unreadable);
  return isPartial ? estimate(share) : exact(share);
}

/** One pod of each workload, for all of them have the same labels. */
function podsByWorkload(
  pods: readonly PodFacts[],
): Map<string, { pod: PodFacts; count: number }> {
  const found = new Map<string, { pod: PodFacts; count: number }>();
  for (const pod of pods) {
    const owner = pod.owners.find(({ controller }) => controller);
    if (pod.phase === 'Running' && owner && !staysOnDrain(pod)) {
      const key = `${pod.namespace} ${owner.kind} ${owner.name}`;
      const before = found.get(key);
      if (before) {
        before.count += 1;
      } else if (owner.kind !== ENDS_BY_ITSELF) {
        found.set(key, { pod, count: 1 });
      }
    }
  }
  return found;
}

function isCovered(
  pod: PodFacts,
  budgets: ReadonlyMap<PdbFacts['namespace'], readonly PdbFacts[]>,
): boolean {
  return (budgets.get(pod.namespace) ?? []).some(pdb => pdbSelects(pdb, pod));
}
