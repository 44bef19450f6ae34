import type {
  ClusterView,
  Measure,
  RolloutView,
  SourceState,
} from '@clusterworks/plugin-clusters-common';
import type { EniNode } from '../model/addresses';
import { nodeDemand, reportsUse, toEniNode } from '../model/addresses';
import { isEniMode } from '../model/cilium/ciliumSettings';
import type { CiliumExtra } from '../model/cilium/ciliumWorkloads';
import { ciliumExtra, sourceOfExtra } from '../model/cilium/ciliumWorkloads';
import { byName } from './byName';
import { clusterRoom, noAddresses } from './clusterRoom';
import { endpointsView } from './endpointsView';
import type { Look } from './Look';
import { mapInSteps } from './mapInSteps';
import { atLeast, isShown, measured, unknownMeasure } from './measures';
import { networkWait } from './networkWait';
import { nodeAddressesView } from './nodeAddressesView';
import { postureView } from './postureView';
import { rolloutView } from './rolloutView';
import { stuckNodes } from './stuckNodes';
import { subnetViews } from './subnetView';
import { noUse } from './unknownReasons';

/** The data about Cilium that pages show. */
export function* ciliumView(
  look: Look,
): Generator<void, ClusterView['cilium']> {
  const { ciliumnodes } = look.snapshot.resources;
  const shown = isShown(ciliumnodes);
  // In other modes, nodes have address blocks of their own, and these numbers
  // do not apply.
  const eni = isEniMode(look.cluster);
  const eniNodes = shown
    ? yield* mapInSteps([...ciliumnodes.items].sort(byName), toEniNode)
    : [];
  const subnets = shown && eni ? subnetViews(look, eniNodes) : undefined;
  yield;
  const room = clusterRoom(look, subnets);
  yield;
  const stuck = stuckNodes(look);
  yield;
  const nodes = eni
    ? yield* mapInSteps(eniNodes, node => nodeAddressesView(look, node))
    : [];
  const warm = addressesWarm(look, eniNodes);
  yield;
  return {
    ...ciliumState(look),
    rollouts: rollouts(look),
    addressesWarm: warm,
    room,
    nodes,
    subnets,
    stuck,
    posture: postureView(look),
    networkWait: networkWait(look),
    endpoints: endpointsView(look),
  };
}

/** Both the CiliumNodes and the agent must be available. */
function ciliumState(look: Look): { state: SourceState; reason?: string } {
  const { ciliumnodes, daemonsets } = look.snapshot.resources;
  if (ciliumnodes.state !== 'ok') {
    return { state: ciliumnodes.state, reason: ciliumnodes.reason };
  }
  if (daemonsets.state !== 'ok') {
    return { state: daemonsets.state, reason: daemonsets.reason };
  }
  return look.index.ciliumAgent()
    ? { state: 'ok' }
    : { state: 'notInstalled', reason: 'there is no Cilium agent DaemonSet' };
}

/**
 * Addresses that nodes hold ready for new pods. Their number depends on the
 * number of nodes and does not show how many more nodes fit.
 */
function addressesWarm(look: Look, nodes: readonly EniNode[]): Measure {
  const { ciliumnodes } = look.snapshot.resources;
  const reason = noAddresses(look);
  if (reason !== undefined) {
    return unknownMeasure(reason);
  }
  const silent = nodes.filter(node => !reportsUse(node)).length;
  const warm = measured([['ciliumnodes', ciliumnodes]], () =>
    nodes
      .filter(reportsUse)
      .reduce((sum, node) => sum + Math.max(0, nodeDemand(node).available), 0),
  );
  if (silent > 0 && silent === nodes.length) {
    return unknownMeasure({
      ...noUse,
      reason: 'no agent has reported what it uses',
    });
  }
  return warm.certainty === 'exact' && silent > 0 ? atLeast(warm.value) : warm;
}

function rollouts(look: Look): RolloutView[] {
  const { daemonsets, deployments } = look.snapshot.resources;
  const agent = isShown(daemonsets) ? look.index.ciliumAgent() : undefined;
  const operator = isShown(deployments)
    ? look.index.ciliumOperator()
    : undefined;
  const extras: [string, CiliumExtra][] = [
    ['envoy', 'envoy'],
    ['hubble-relay', 'hubbleRelay'],
    ['hubble-ui', 'hubbleUi'],
    ['clustermesh-apiserver', 'clusterMesh'],
  ];
  return [
    agent &&
      rolloutView('agent', 'DaemonSet', agent, {
        stale: daemonsets.state !== 'ok',
        container: 'cilium-agent',
      }),
    operator &&
      rolloutView('operator', 'Deployment', operator, {
        stale: deployments.state !== 'ok',
        container: 'cilium-operator',
      }),
    ...extras.map(([name, extra]) => extraRollout(look, name, extra)),
  ].filter((one): one is RolloutView => one !== undefined);
}

function extraRollout(
  look: Look,
  name: string,
  extra: CiliumExtra,
): RolloutView | undefined {
  const source = sourceOfExtra(extra);
  const resource = look.snapshot.resources[source];
  const workload = isShown(resource)
    ? ciliumExtra(look.snapshot, extra)
    : undefined;
  return (
    workload &&
    rolloutView(
      name,
      source === 'daemonsets' ? 'DaemonSet' : 'Deployment',
      workload,
      { stale: resource.state !== 'ok' },
    )
  );
}
