import { build, type Overrides } from '../base/build';
import { type ClusterFacts, testCluster } from '../base/ClusterFacts';
import type { KubeObject } from '../base/KubeObject';
import { ago } from '../base/time';
import { karpenterAnnotations } from '../karpenter/karpenterHashes';
import { defaultPool, type PoolFacts } from '../karpenter/poolFacts';
import { type Instance, instance as instanceOf, providerId } from './instance';
import { nodeResources } from './instanceResources';
import { nodeConditions, type NodeState } from './nodeConditions';
import { nodeLabels } from './nodeLabels';
import type { Taint } from './taints';

/** What decides how a Node looks. */
export interface NodeFacts extends Partial<NodeState> {
  cluster?: ClusterFacts;
  instance?: Instance;
  uid?: string;
  /** `null`: a node of the managed node group. */
  pool?: PoolFacts | null;
  /** The NodeClaim that it belongs to: of the same name unless said otherwise. */
  claim?: { name: string; uid: string };
  /**
   * Whether Karpenter has initialized the node. Default: true once its network
   * works.
   */
  initialized?: boolean;
  /** GPUs that the device plugin has registered. Default: all. */
  gpus?: number;
  taints?: Taint[];
  unschedulable?: boolean;
  deletedAt?: string;
}

/** A Node in service for an hour, of the NodePool `general`. */
export function node(
  name: string,
  facts: NodeFacts & Overrides = {},
): KubeObject {
  const { cluster = testCluster, instance = instanceOf(name) } = facts;
  const { pool = defaultPool } = facts;
  const claim = facts.claim ?? { name, uid: `claim-${name}` };
  const { registeredAt = ago('1h') } = facts;
  const { networkReadyAt = registeredAt } = facts;
  const { architecture } = instance.facts.type;
  const systemId = instance.id.replace('i-', 'ec2');
  return build(
    {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: {
        name,
        uid: facts.uid ?? `node-${name}`,
        creationTimestamp: registeredAt,
        deletionTimestamp: facts.deletedAt,
        deletionGracePeriodSeconds: facts.deletedAt ? 0 : undefined,
        labels: nodeLabels(name, instance, {
          pool,
          cluster,
          initialized: facts.initialized ?? networkReadyAt !== null,
        }),
        annotations: {
          'alpha.kubernetes.io/provided-node-ip': instance.ip,
          'node.alpha.kubernetes.io/ttl': '0',
          'volumes.kubernetes.io/controller-managed-attach-detach': 'true',
          ...(pool && karpenterAnnotations(pool, cluster)),
        },
        ...(pool && {
          finalizers: ['karpenter.sh/termination'],
          ownerReferences: [
            {
              apiVersion: 'karpenter.sh/v1',
              blockOwnerDeletion: true,
              kind: 'NodeClaim',
              ...claim,
            },
          ],
        }),
      },
      spec: {
        providerID: providerId(instance),
        taints: facts.taints?.length ? facts.taints : undefined,
        unschedulable: facts.unschedulable,
      },
      status: {
        addresses: [
          { type: 'InternalIP', address: instance.ip },
          { type: 'InternalDNS', address: name },
          { type: 'Hostname', address: name },
        ],
        ...nodeResources(instance.facts, facts.gpus ?? instance.facts.gpus),
        conditions: nodeConditions({ ...facts, registeredAt, networkReadyAt }),
        daemonEndpoints: { kubeletEndpoint: { Port: 10250 } },
        nodeInfo: {
          architecture,
          bootID: instance.bootId,
          containerRuntimeVersion: 'containerd://2.1.5',
          kernelVersion: '6.12.46-66.121.amzn2023.x86_64',
          kubeProxyVersion: '',
          kubeletVersion: `v${cluster.versions.kubernetes}.4-eks-1a2b3c4`,
          machineID: systemId,
          operatingSystem: 'linux',
          osImage: 'Amazon Linux 2023.9.20261112',
          systemUUID: systemId,
        },
      },
    },
    facts,
  );
}
