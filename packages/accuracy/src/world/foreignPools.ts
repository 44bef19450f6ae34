import {
  ago,
  nodeClass,
  nodePool,
  poolFacts,
  type PoolFacts,
} from '@clusterworks/kube-fixtures';
import type { CaseCluster } from './CaseCluster';
import type { Machine } from './Machine';

/**
 * A Node with another CNI than Cilium: its only condition is the kubelet's
 * Ready.
 */
function withoutCilium(cluster: CaseCluster, machine: Machine): void {
  cluster.edit('Node', machine.nodeName, {
    status: {
      conditions: [
        {
          type: 'Ready',
          status: 'True',
          reason: 'KubeletReady',
          message: 'kubelet is posting ready status',
          lastHeartbeatTime: ago('1m'),
          lastTransitionTime: machine.createdAt,
        },
      ],
    },
  });
}

const onDemand = {
  key: 'karpenter.sh/capacity-type',
  operator: 'In',
  values: ['on-demand'],
};

/** A pool of EKS Auto Mode with its nodes: another controller, another network. */
export function autoMode(
  cluster: CaseCluster,
  name: string,
  keys: readonly string[],
): void {
  const pool: PoolFacts = {
    name,
    nodeClass: 'default',
    spec: {
      template: {
        spec: {
          nodeClassRef: {
            group: 'eks.amazonaws.com',
            kind: 'NodeClass',
            name: 'default',
          },
          requirements: [onDemand],
          expireAfter: '336h',
        },
      },
      disruption: {
        consolidationPolicy: 'WhenEmptyOrUnderutilized',
        consolidateAfter: '30s',
        budgets: [{ nodes: '10%' }],
      },
    },
  };
  cluster.put(
    nodePool(name, {
      cluster: cluster.facts,
      createdAt: ago('30d'),
      manifest: pool.spec,
    }),
  );
  for (const [zone, key] of keys.entries()) {
    const machine = cluster.machine(key, {
      type: 'c6g.large',
      zone,
      pool,
      cilium: false,
      node: {
        metadata: { labels: { 'eks.amazonaws.com/compute-type': 'auto' } },
      },
    });
    withoutCilium(cluster, machine);
    cluster.edit('NodeClaim', machine.claimName, {
      spec: {
        nodeClassRef: {
          group: 'eks.amazonaws.com',
          kind: 'NodeClass',
          name: 'default',
        },
      },
    });
  }
  keepAgentOff(cluster, {
    key: 'eks.amazonaws.com/compute-type',
    operator: 'NotIn',
    values: ['auto', 'fargate'],
  });
}

/** A pool of Windows nodes, which run the VPC CNI; the names of its machines. */
export function windowsPool(
  cluster: CaseCluster,
  keys: readonly string[],
): readonly string[] {
  const pool = poolFacts('windows', {
    nodeClass: 'windows',
    template: {
      spec: {
        nodeClassRef: {
          group: 'karpenter.k8s.aws',
          kind: 'EC2NodeClass',
          name: 'windows',
        },
        requirements: [
          onDemand,
          { key: 'kubernetes.io/os', operator: 'In', values: ['windows'] },
        ],
        taints: [{ key: 'os', value: 'windows', effect: 'NoSchedule' }],
        expireAfter: '720h',
      },
    },
  });
  cluster.put(
    nodePool('windows', {
      cluster: cluster.facts,
      createdAt: ago('30d'),
      manifest: pool.spec,
    }),
    nodeClass('windows', {
      cluster: cluster.facts,
      createdAt: ago('30d'),
      manifest: {
        role: `KarpenterNodeRole-${cluster.facts.name}`,
        amiSelectorTerms: [{ alias: 'windows2022@v20261112' }],
      },
    }),
  );
  for (const [zone, key] of keys.entries()) {
    const machine = cluster.machine(key, {
      zone,
      pool,
      cilium: false,
      node: {
        taints: [{ key: 'os', value: 'windows', effect: 'NoSchedule' }],
        metadata: { labels: { 'kubernetes.io/os': 'windows' } },
        status: {
          nodeInfo: {
            operatingSystem: 'windows',
            osImage: 'Windows Server 2022 Datacenter',
          },
        },
      },
    });
    withoutCilium(cluster, machine);
  }
  keepAgentOff(cluster, {
    key: 'kubernetes.io/os',
    operator: 'In',
    values: ['linux'],
  });
  return keys;
}

/** Restricts Cilium's agents to the nodes that meet this requirement. */
function keepAgentOff(
  cluster: CaseCluster,
  requirement: { key: string; operator: string; values: string[] },
): void {
  for (const name of ['cilium', 'cilium-envoy']) {
    cluster.edit('DaemonSet', name, {
      spec: {
        template: {
          spec: {
            affinity: {
              nodeAffinity: {
                requiredDuringSchedulingIgnoredDuringExecution: {
                  nodeSelectorTerms: [{ matchExpressions: [requirement] }],
                },
              },
            },
          },
        },
      },
    });
  }
}
