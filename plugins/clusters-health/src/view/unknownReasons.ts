import type {
  SourceState,
  UnknownReasonCode,
} from '@clusterworks/plugin-clusters-common';
import { notEniMode } from '../model/cilium/ciliumSettings';
import type { ClusterState } from '../model/ClusterState';
import { HOUR } from '../model/durations';

/**
 * Why a number is unknown: in English, and so that pages can say it in their own
 * words.
 */
export type UnknownReason = {
  reason: string;
  code: UnknownReasonCode;
  params?: Record<string, string | number>;
};

/** A source gives nothing, for example `nodepools: forbidden`. */
export function ofSource(name: string, state: SourceState): UnknownReason {
  return {
    reason: `${name}: ${state}`,
    code: 'source',
    params: { source: name, state },
  };
}

/** Addresses are not given from interfaces of EC2. */
export function otherMode(cluster: ClusterState): UnknownReason {
  const reason = notEniMode(cluster);
  const mode = cluster.index.ciliumConfig()?.ipam;
  return mode
    ? { reason, code: 'ipamMode', params: { mode } }
    : { reason, code: 'noEniNode' };
}

/** Nodes start in a subnet in which none was seen. */
export function unseenSubnet(id: string, zone?: string): UnknownReason {
  const subnet = zone ? `${id} (${zone})` : id;
  return {
    reason: `no node shows how large subnet ${subnet} is`,
    code: 'unseenSubnet',
    params: { subnet },
  };
}

/**
 * EC2 refuses addresses to nodes.
 *
 * @param reason - the same in English
 */
export function refusedNodes(count: number, reason: string): UnknownReason {
  return { reason, code: 'refused', params: { count } };
}

/** One look alone cannot show how long the free addresses last. */
export const oneLook: UnknownReason = {
  reason: 'one look does not show how fast it shrinks',
  code: 'oneLook',
};

/** A trend that has not been seen for long enough. */
export function shortTrend(milliseconds: number): UnknownReason {
  const hours = Math.floor(milliseconds / HOUR);
  return {
    reason: `its trend needs a day, and has been seen for ${hours} h`,
    code: 'shortTrend',
    params: { hours },
  };
}

/** The addresses last for longer than a trend of a week can tell: a year. */
export const lastsLong: UnknownReason = {
  reason: 'it has not shrunk enough in the last week to run out',
  code: 'lastsLong',
};

/** The agents of one node, or of all, have not said which addresses are used. */
export const noUse: UnknownReason = {
  reason: 'the agent has not reported what it uses',
  code: 'noUse',
};

/** Since 1.20, Cilium gives only the number of the whole node. */
export const noUseBySubnet: UnknownReason = {
  reason: 'nodes do not say which of their interfaces is in use',
  code: 'noUseBySubnet',
};

/** How many addresses a node can hold is not known. */
export function noLimits(instanceType: string | undefined): UnknownReason {
  return instanceType
    ? {
        reason: `limits of ${instanceType} are not known`,
        code: 'noLimits',
        params: { instanceType },
      }
    : { reason: 'the instance type is not known', code: 'noInstanceType' };
}

/** Karpenter has not come to a pool yet. */
export const noPoolStatus: UnknownReason = {
  reason: 'Karpenter has not written the status of this pool yet',
  code: 'noPoolStatus',
};

/** The controller of a workload has not come to it yet. */
export const noStatus: UnknownReason = {
  reason: 'the controller has not written a status yet',
  code: 'noStatus',
};

/** There is nothing of which it could be a share. */
export const noNodes: UnknownReason = {
  reason: 'there are no nodes',
  code: 'noNodes',
};

/** There is nothing of Karpenter of which it could be a share. */
export const noKarpenterNodes: UnknownReason = {
  reason: 'Karpenter has no nodes',
  code: 'noKarpenterNodes',
};

/** Nodes lack the label of their capacity type. */
export const noCapacityType: UnknownReason = {
  reason: 'nodes do not say how they were bought',
  code: 'noCapacityType',
};

/** There is no workload that budgets could cover. */
export const noWorkload: UnknownReason = {
  reason: 'no workload has several pods',
  code: 'noWorkload',
};

/** No node has been seen from its creation on. */
export const noNodeUp: UnknownReason = {
  reason: 'no node has come up yet',
  code: 'noNodeUp',
};
