import type { UnknownReasonCode } from '@clusterworks/plugin-clusters-common';
import { notEniMode } from '../model/cilium/ciliumSettings';
import type { ClusterState } from '../model/ClusterState';
import { HOUR } from '../model/durations';
import type { ResourceFacts } from '../kinds';
import { whyUnknown } from './measures';

/**
 * Why a number is unknown: in English, and so that pages can say it in their own
 * words.
 */
export type UnknownReason = {
  reason: string;
  code: UnknownReasonCode;
  params?: Record<string, string | number>;
};

/** A source gives nothing. */
export function ofSource(
  name: string,
  resource: ResourceFacts<unknown>,
): UnknownReason {
  return {
    reason: whyUnknown(name, resource),
    code: 'source',
    params: { source: name, state: resource.state },
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
