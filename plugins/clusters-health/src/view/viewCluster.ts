import { InputError } from '@backstage/errors';
import { ClusterView, Measure } from '@clusterworks/plugin-clusters-common';
import { EniLimitsLookup, ec2EniLimits } from '../model/addresses';
import { readVersion } from '../model/versions';
import { conditionOf, quantityToNumber, Snapshot } from '../kinds';
import { ciliumView } from './ciliumView';
import { byName } from './byName';
import { karpenterView } from './karpenterView';
import { Look, lookAt } from './Look';
import { estimate, isShown, measured, unknownMeasure } from './measures';
import { capacityType, nodeView } from './nodeView';
import { requestedInCluster } from './podTotals';

/**
 * What the pages of one cluster show besides its findings. Pure, and never
 * throws on a snapshot: what could not be read is unknown, with the reason.
 *
 * @param now - RFC 3339
 * @param limits - EC2's limits per instance type
 * @throws InputError when `now` is no time
 *
 * @public
 */
export function viewCluster(
  snapshot: Snapshot,
  now: string,
  limits: EniLimitsLookup = ec2EniLimits,
): ClusterView {
  const time = Date.parse(now);
  if (Number.isNaN(time)) {
    throw new InputError(`now must be an RFC 3339 time, it is '${now}'`);
  }
  const look = lookAt(snapshot, time, limits);
  const { nodes, deployments, daemonsets } = snapshot.resources;
  const cilium = ciliumView(look);
  return {
    karpenter: karpenterView(look, cilium.subnets),
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
    spotShare: spotShare(look),
    cpuRequested: requestedInCluster(look, 'cpu'),
    cpuAllocatable: allocatable(look, 'cpu'),
    memoryRequested: requestedInCluster(look, 'memory'),
    memoryAllocatable: allocatable(look, 'memory'),
    nodeList: isShown(nodes)
      ? [...nodes.items].sort(byName).map(node => nodeView(look, node))
      : undefined,
  };
}

function ofNodes(look: Look, compute: () => number): Measure {
  return measured([['nodes', look.snapshot.resources.nodes]], compute);
}

/** Pods that have no node yet. */
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
    return unknownMeasure('there are no nodes');
  }
  const known = items.filter(node => capacityType(node) !== undefined);
  if (known.length === 0) {
    return unknownMeasure('nodes do not say how they were bought');
  }
  const spot = known.filter(node => capacityType(node) === 'spot').length;
  const share = spot / items.length;
  const certain = count.certainty === 'exact' && known.length === items.length;
  return certain ? { certainty: 'exact', value: share } : estimate(share);
}

/** A node that does not say what it offers makes the sum a lower bound. */
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
