import { condition } from './conditions';
import { Json, merge } from './merge';
import { ago } from './time';

const ciliumTaint = {
  key: 'node.cilium.io/agent-not-ready',
  value: 'true',
  effect: 'NoExecute',
};

/** A NodePool that is Ready. */
export function nodePool(name = 'general', change: Json = {}): Json {
  return merge(
    {
      apiVersion: 'karpenter.sh/v1',
      kind: 'NodePool',
      metadata: {
        name,
        uid: `pool-${name}`,
        generation: 1,
        creationTimestamp: ago(1000),
      },
      spec: {
        template: {
          spec: {
            nodeClassRef: {
              group: 'karpenter.k8s.aws',
              kind: 'EC2NodeClass',
              name: 'default',
            },
            requirements: [
              {
                key: 'karpenter.sh/capacity-type',
                operator: 'In',
                values: ['on-demand'],
              },
            ],
            startupTaints: [ciliumTaint],
            expireAfter: '720h',
          },
        },
        disruption: {
          consolidationPolicy: 'WhenEmptyOrUnderutilized',
          consolidateAfter: '5m',
          budgets: [{ nodes: '10%' }],
        },
      },
      status: {
        resources: { cpu: '2', memory: '8Gi', nodes: '1' },
        nodes: 1,
        conditions: [
          condition('ValidationSucceeded', 'True'),
          condition('NodeClassReady', 'True'),
          condition('NodeRegistrationHealthy', 'True'),
          condition('Ready', 'True'),
        ],
      },
    },
    change,
  );
}

/** An EC2NodeClass that is Ready, with two zones. */
export function nodeClass(name = 'default', change: Json = {}): Json {
  return merge(
    {
      apiVersion: 'karpenter.k8s.aws/v1',
      kind: 'EC2NodeClass',
      metadata: {
        name,
        uid: `class-${name}`,
        generation: 1,
        creationTimestamp: ago(1000),
      },
      spec: {
        role: 'KarpenterNodeRole-test',
        amiSelectorTerms: [{ alias: 'al2023@v20261101' }],
        tags: { 'cost-center': '4711' },
      },
      status: {
        subnets: [
          { id: 'subnet-a', zone: 'eu-west-1a' },
          { id: 'subnet-b', zone: 'eu-west-1b' },
        ],
        securityGroups: [{ id: 'sg-1', name: 'nodes' }],
        amis: [{ id: 'ami-1', name: 'al2023' }],
        conditions: [
          condition('SubnetsReady', 'True'),
          condition('SecurityGroupsReady', 'True'),
          condition('AMIsReady', 'True'),
          condition('InstanceProfileReady', 'True'),
          condition('ValidationSucceeded', 'True'),
          condition('Ready', 'True'),
        ],
      },
    },
    change,
  );
}

/** A NodeClaim in service. */
export function nodeClaim(name = 'general-1', change: Json = {}): Json {
  return merge(
    {
      apiVersion: 'karpenter.sh/v1',
      kind: 'NodeClaim',
      metadata: {
        name,
        uid: `claim-${name}`,
        generation: 1,
        creationTimestamp: ago(60),
        annotations: { 'karpenter.k8s.aws/tagged': 'true' },
        labels: {
          'karpenter.sh/nodepool': 'general',
          'karpenter.sh/capacity-type': 'on-demand',
          'node.kubernetes.io/instance-type': 'm6i.large',
          'topology.kubernetes.io/zone': 'eu-west-1a',
        },
      },
      spec: {
        nodeClassRef: { name: 'default' },
        startupTaints: [ciliumTaint],
        expireAfter: '720h',
      },
      status: {
        nodeName: `node-${name}`,
        providerID: `aws:///eu-west-1a/i-${name}`,
        conditions: [
          condition('Launched', 'True'),
          condition('Registered', 'True'),
          condition('Initialized', 'True'),
          condition('Ready', 'True'),
        ],
      },
    },
    change,
  );
}

/** A NodeClaim with these conditions, created so many minutes ago. */
export function youngClaim(
  name: string,
  minutes: number,
  ...conditions: Json[]
): Json {
  return nodeClaim(name, {
    metadata: { creationTimestamp: ago(minutes) },
    status: { conditions },
  });
}
