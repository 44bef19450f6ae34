import { condition } from './conditions';
import { Json, merge } from './merge';
import { ago } from './time';

/** The node of `nodeClaim(claim)`, Ready. */
export function node(claim = 'general-1', change: Json = {}): Json {
  return merge(
    {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: {
        name: `node-${claim}`,
        uid: `node-uid-${claim}`,
        creationTimestamp: ago(59),
        labels: {
          'karpenter.sh/nodepool': 'general',
          'karpenter.sh/registered': 'true',
          'karpenter.sh/initialized': 'true',
          'karpenter.sh/capacity-type': 'on-demand',
          'karpenter.k8s.aws/ec2nodeclass': 'default',
          'node.kubernetes.io/instance-type': 'm6i.large',
          'topology.kubernetes.io/zone': 'eu-west-1a',
        },
      },
      spec: { providerID: `aws:///eu-west-1a/i-${claim}` },
      status: {
        allocatable: { cpu: '1930m', memory: '7244432Ki', pods: '29' },
        capacity: { cpu: '2', memory: '7934608Ki', pods: '29' },
        addresses: [{ type: 'InternalIP', address: '10.0.0.10' }],
        conditions: [
          condition('NetworkUnavailable', 'False', 58, 'CiliumIsUp'),
          condition('Ready', 'True', 58, 'KubeletReady'),
        ],
        nodeInfo: { kubeletVersion: 'v1.35.4-eks-1a2b3c4' },
      },
    },
    change,
  );
}

/** The CiliumNode of `node(claim)`, with addresses. */
export function ciliumNode(claim = 'general-1', change: Json = {}): Json {
  const ips = Array.from({ length: 10 }, (_, i) => `10.0.1.${i + 1}`);
  return merge(
    {
      apiVersion: 'cilium.io/v2',
      kind: 'CiliumNode',
      metadata: {
        name: `node-${claim}`,
        uid: `ciliumnode-${claim}`,
        creationTimestamp: ago(59),
        ownerReferences: [
          { kind: 'Node', name: `node-${claim}`, uid: `node-uid-${claim}` },
        ],
      },
      spec: {
        'instance-id': `i-${claim}`,
        addresses: [
          { type: 'InternalIP', ip: '10.0.0.10' },
          { type: 'CiliumInternalIP', ip: '10.0.1.1' },
        ],
        eni: {
          'instance-type': 'm6i.large',
          'availability-zone': 'eu-west-1a',
          'first-interface-index': 0,
          'node-subnet-id': 'subnet-a',
        },
        health: { ipv4: '10.0.1.2' },
        ipam: {
          'pre-allocate': 8,
          pool: Object.fromEntries(ips.map(ip => [ip, { resource: 'eni-1' }])),
        },
      },
      status: {
        eni: {
          enis: {
            'eni-1': {
              id: 'eni-1',
              ip: '10.0.0.10',
              addresses: ips,
              subnet: { id: 'subnet-a', cidr: '10.0.0.0/19' },
              'availability-zone': 'eu-west-1a',
            },
          },
        },
        ipam: {
          used: {
            '10.0.1.1': { owner: 'router', resource: 'eni-1' },
            '10.0.1.2': { owner: 'health', resource: 'eni-1' },
          },
        },
      },
    },
    change,
  );
}
