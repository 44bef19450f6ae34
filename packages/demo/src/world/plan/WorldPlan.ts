import type { ClusterFacts } from '@clusterworks/kube-fixtures';
import {
  clusterNames,
  findInstanceType,
  type ResolvedClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { awsId } from './awsId';
import { type Manifest, manifestsOf } from './manifestsOf';
import { type PoolPlan, poolPlan } from './PoolPlan';
import { subnetsOf } from './subnetsOf';

/** The facts that a world is built from. */
export interface WorldPlan extends ClusterFacts {
  /** Version of the control plane, if the nodes run an older version. */
  serverVersion?: string;
  systemInstanceType: string;
  systemNodes: number;
  nodeClasses: Manifest[];
  pools: PoolPlan[];
}

/** The plan of a cluster's world: from its spec, with its own manifests. */
export function worldPlan(resolved: ResolvedClusterSpec): WorldPlan {
  const { metadata, spec } = resolved;
  const { name } = metadata;
  const { nodeClasses, nodePools } = manifestsOf(resolved);
  return {
    name,
    region: spec.region,
    vpcId: awsId('vpc', name),
    vpcCidr: spec.network.vpcCidr,
    securityGroup: awsId('sg', name),
    subnets: subnetsOf(resolved),
    versions: spec.versions,
    karpenterNamespace: spec.karpenter.namespace,
    interruptionQueue: clusterNames(name).interruptionQueue,
    prefixDelegation: spec.cilium.prefixDelegation,
    hubble: spec.cilium.hubble,
    wireguard: spec.cilium.encryption === 'wireguard',
    // Addresses cannot be counted for types that the data file does not have.
    systemInstanceType:
      spec.systemNodes.instanceTypes.find(type => findInstanceType(type)) ??
      'm6i.large',
    systemNodes: spec.systemNodes.min,
    nodeClasses,
    pools: nodePools.map(pool => poolPlan(pool, nodeClasses, resolved)),
  };
}
