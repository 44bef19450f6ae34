import * as kube from '@clusterworks/kube-fixtures';

interface NodeOptions {
  /** Seconds. */
  age?: number;
  ready?: 'True' | 'False' | 'Unknown';
  /** Status of NetworkUnavailable; `undefined` where the node has none. */
  network?: 'True' | 'False';
  taints?: object[];
  labels?: kube.Json;
  instance?: string;
  deleted?: boolean;
  /** How many pods the kubelet admits. */
  pods?: string;
}

/** A Node without a NodePool; in service for an hour by default. */
export function node(name: string, options: NodeOptions = {}): kube.KubeObject {
  const { age = 3600, ready = 'True', instance = `i-${name}` } = options;
  const network = 'network' in options ? options.network : 'False';
  const since = kube.ago(`${age}s`);
  const statuses = { Ready: ready, NetworkUnavailable: network };
  const conditions = kube
    .nodeConditions({ registeredAt: since, networkReadyAt: since })
    .map(each => ({
      ...each,
      ...(each.type in statuses && {
        status: statuses[each.type as keyof typeof statuses],
      }),
    }))
    .filter(({ status }) => status !== undefined);
  return kube.node(name, {
    instance: kube.instance(name, { id: instance }),
    pool: null,
    registeredAt: since,
    taints: options.taints as kube.Taint[],
    deletedAt: options.deleted ? kube.ago('10s') : undefined,
    metadata: { labels: options.labels ?? {} },
    status: { allocatable: { pods: options.pods ?? '29' }, conditions },
  });
}

/** Cilium's start-up taint. */
export const startupTaint = kube.ciliumTaint;
