import { InputError } from '@backstage/errors';
import type {
  ClusterView,
  Measure,
} from '@clusterworks/plugin-clusters-common';
import type { EniLimitsLookup } from '../model/addresses';
import { ec2EniLimits } from '../model/addresses';
import { readVersion } from '../model/versions';
import type { Snapshot } from '../kinds';
import { conditionOf, quantityToNumber } from '../kinds';
import { budgetCoverage } from './budgetCoverage';
import { ciliumView } from './ciliumView';
import { byName } from './byName';
import { karpenterView } from './karpenterView';
import type { Look } from './Look';
import { lookAt } from './Look';
import { estimate, isShown, measured, unknownMeasure } from './measures';
import { capacityType, nodeView } from './nodeView';
import { mapInSteps } from './mapInSteps';
import { requestedInCluster } from './podTotals';
import { noCapacityType, noNodes } from './unknownReasons';
import { runToEnd } from '../model/runToEnd';

/**
 * The data that the pages of one cluster show besides its findings. A pure
 * function that never throws on a snapshot: a value that could not be read is
 * unknown, with the reason.
 *
 * @param now - RFC 3339
 * @param limits - EC2's limits per instance type
 * @throws InputError when `now` is not a valid time
 *
 * @public
 */
export function viewCluster(
  snapshot: Snapshot,
  now: string,
  limits: EniLimitsLookup = ec2EniLimits,
): ClusterView {
  return runToEnd(viewInSteps(snapshot, now, limits));
}

/**
 * The steps of {@link viewCluster}. Each step is short, so that a large cluster
 * does not block the event loop.
 *
 * @public
 */
export function* viewInSteps(
  snapshot: Snapshot,
  now: string,
  limits: EniLimitsLookup = ec2EniLimits,
): Generator<void, ClusterView> {
  const time = Date.parse(now);
  if (Number.isNaN(time)) {
    throw new InputError(`now must be an RFC 3339 time, it is '${now}'`);
  }
  const look = lookAt(snapshot, time, limits);
  const { nodes, deployments, daemonsets } = snapshot.resources;
  const cilium = yield* ciliumView(look);
  const karpenter = yield* karpenterView(look, cilium.subnets);
  const nodeList = isShown(nodes)
    ? yield* mapInSteps([...nodes.items].sort(byName), node =>
        nodeView(look, node),
      )
    : undefined;
  return {
    karpenter,
    cilium,
    versions: {
      kubernetes: readVersion(snapshot.serverVersion),
      karpenter: isShown(deployments)
        ? look.index.karpenterVersion()
        : undefined,
      cilium: isShown(daemonsets) ? look.index.ciliumVersion() : undefined,
    },
    nodes: ofNodes(look, () => nodes.items.length),
    nodesNotReady: ofNodes(
      look,
      () =>
        nodes.items.filter(
          node => conditionOf(node, 'Ready')?.status !== 'True',
        ).length,
    ),
    podsPending: podsPending(look),
    budgetCoverage: budgetCoverage(look),
    spotShare: spotShare(look),
    cpuRequested: requestedInCluster(look, 'cpu'),
    cpuAllocatable: allocatable(look, 'cpu'),
    memoryRequested: requestedInCluster(look, 'memory'),
    memoryAllocatable: allocatable(look, 'memory'),
    nodeList,
  };
}

function ofNodes(look: Look, compute: () => number): Measure {
  return measured([['nodes', look.snapshot.resources.nodes]], compute);
}

/** Number of pending pods that have no node yet. */
function podsPending(look: Look): Measure {
  const { pods } = look.snapshot.resources;
  return measured(
    [['pods', pods]],
    () =>
      pods.items.filter(
        pod =>
          pod.phase === 'Pending' &&
          !pod.nodeName &&
          pod.deletedAt === undefined,
      ).length,
  );
}

function spotShare(look: Look): Measure {
  const { items } = look.snapshot.resources.nodes;
  const count = ofNodes(look, () => items.length);
  if (count.certainty === 'unknown') {
    return count;
  }
  if (items.length === 0) {
    return unknownMeasure(noNodes);
  }
  const known = items.filter(node => capacityType(node) !== undefined);
  if (known.length === 0) {
    return unknownMeasure(noCapacityType);
  }
  const spot = known.filter(node => capacityType(node) === 'spot').length;
  const share = spot / items.length;
  const certain = count.certainty === 'exact' && known.length === items.length;
  return certain ? { certainty: 'exact', value: share } : estimate(share);
}

/** When a node does not report its capacity, the sum is a lower bound. */
function allocatable(look: Look, resource: 'cpu' | 'memory'): Measure {
  const { items } = look.snapshot.resources.nodes;
  const values = items.map(node =>
    quantityToNumber(node.allocatable[resource] ?? ''),
  );
  const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0);
  const result = ofNodes(look, () => sum);
  return result.certainty === 'exact' && values.includes(undefined)
    ? { certainty: 'atLeast', value: sum }
    : result;
}
