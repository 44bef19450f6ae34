import type {
  BlastRadius,
  Measure,
  NodeClaimView,
} from '@clusterworks/plugin-clusters-common';
import type { DrainPreview } from '../drainPreview';
import { atLeast, atMost, exact, unknownMeasure } from '../measures';
import type { RunningCluster } from './RunningCluster';

/** Each node takes a pass over all of its pods. */
const MOST_NODES = 500;
const MOST_SHOWN = 50;

type Pods = Pick<BlastRadius, 'pods' | 'held' | 'heldTotal'>;

/** The pods on nodes that are replaced, and those that hold their node. */
export function affectedPods(
  claims: readonly NodeClaimView[],
  nodes: Measure,
  running: RunningCluster,
): Pods {
  if (nodes.certainty === 'unknown') {
    return { pods: nodes, held: [], heldTotal: nodes };
  }
  const names = claims.flatMap(({ node }) => node ?? []);
  const bound = nodes.certainty === 'exact' ? exact : atLeast;
  if (!running.drain) {
    const heldTotal =
      names.length === 0 && nodes.certainty === 'exact'
        ? exact(0)
        : unknownMeasure('another instance of the portal reads the pods');
    const shown = podsOfView(names, running);
    const isRough =
      nodes.certainty !== 'exact' && shown.certainty !== 'unknown';
    return {
      pods: isRough ? unknownMeasure('not every node is known') : shown,
      held: [],
      heldTotal,
    };
  }
  const looked = names.slice(0, MOST_NODES).map(running.drain);
  const incomplete = looked.find(each => each.incomplete)?.incomplete;
  if (incomplete) {
    const unknown = unknownMeasure(incomplete);
    return { pods: unknown, held: [], heldTotal: unknown };
  }
  const sum = looked.length < names.length ? atLeast : bound;
  const held = looked.flatMap(({ node, blocked }) =>
    blocked.map(each => ({ node, ...each })),
  );
  return {
    pods: sum(looked.reduce((total, each) => total + podsOf(each), 0)),
    held: held.slice(0, MOST_SHOWN),
    heldTotal: sum(held.length),
  };
}

function podsOf({ evicted, blocked }: DrainPreview): number {
  return evicted.length + blocked.length;
}

/** Without the pods themselves: with those of DaemonSets, so an upper bound. */
function podsOfView(
  names: readonly string[],
  { view }: RunningCluster,
): Measure {
  const list = view?.nodeList;
  if (!list) {
    return unknownMeasure('nodes were not read');
  }
  const wanted = new Set(names);
  let total = 0;
  for (const { name, pods } of list) {
    if (wanted.has(name)) {
      if (pods === undefined) {
        return unknownMeasure('pods were not read');
      }
      total += pods;
    }
  }
  return names.length === 0 ? exact(0) : atMost(total);
}
