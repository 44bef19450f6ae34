import { agentPod, ago, node, pod, startupTaint } from './testCluster';

/** Karpenter's controller, running. */
export const karpenter = {
  metadata: {
    name: 'karpenter',
    namespace: 'kube-system',
    labels: { 'app.kubernetes.io/name': 'karpenter' },
  },
  spec: {
    replicas: 1,
    template: {
      spec: {
        containers: [
          {
            name: 'controller',
            image: 'public.ecr.aws/karpenter/controller:1.14.3',
            env: [{ name: 'INTERRUPTION_QUEUE', value: 'q' }],
          },
        ],
      },
    },
  },
  status: { availableReplicas: 1, readyReplicas: 1, updatedReplicas: 1 },
};
/** Its Lease, renewed a moment ago. */
export const karpenterLease = {
  metadata: { name: 'karpenter-leader-election', namespace: 'kube-system' },
  spec: {
    holderIdentity: 'karpenter-1_x',
    leaseDurationSeconds: 15,
    renewTime: ago(2),
  },
};
/** Its pod. */
export const karpenterPod = pod('karpenter-1', {
  namespace: 'kube-system',
  labels: { 'app.kubernetes.io/name': 'karpenter' },
  hostNetwork: true,
});
const ready = (types: string[]) =>
  types.map(type => ({
    type,
    status: 'True',
    reason: type,
    lastTransitionTime: ago(3600),
  }));
/** A NodePool that is Ready and knows Cilium's taint. */
export const general = {
  metadata: { name: 'general' },
  spec: {
    disruption: { consolidateAfter: '5m' },
    template: {
      spec: {
        nodeClassRef: {
          group: 'karpenter.k8s.aws',
          kind: 'EC2NodeClass',
          name: 'default',
        },
        startupTaints: [startupTaint],
        requirements: [
          {
            key: 'karpenter.sh/capacity-type',
            operator: 'In',
            values: ['on-demand'],
          },
        ],
      },
    },
  },
  status: {
    resources: { cpu: '4', memory: '16Gi', nodes: '2' },
    nodes: 2,
    conditions: ready(['ValidationSucceeded', 'NodeClassReady', 'Ready']),
  },
};
/** Its EC2NodeClass, all found. */
export const nodeClass = {
  metadata: { name: 'default' },
  status: {
    subnets: [
      { id: 'subnet-a', zone: 'eu-west-1a' },
      { id: 'subnet-b', zone: 'eu-west-1b' },
    ],
    securityGroups: [{ id: 'sg-1' }],
    amis: [{ id: 'ami-1' }],
    conditions: ready([
      'SubnetsReady',
      'SecurityGroupsReady',
      'AMIsReady',
      'InstanceProfileReady',
      'ValidationSucceeded',
      'Ready',
    ]),
  },
};

function waitingClaim(name: string, nodeName: string, age: number): object {
  return {
    metadata: {
      name,
      uid: `uid-${name}`,
      creationTimestamp: ago(age),
      labels: { 'karpenter.sh/nodepool': 'general' },
    },
    spec: { nodeClassRef: { name: 'default' }, startupTaints: [startupTaint] },
    status: {
      nodeName,
      providerID: `aws:///eu-west-1a/i-${nodeName}`,
      capacity: { cpu: '2' },
      conditions: [
        { type: 'Launched', status: 'True', lastTransitionTime: ago(age) },
        { type: 'Registered', status: 'True', lastTransitionTime: ago(age) },
        {
          type: 'Initialized',
          status: 'Unknown',
          reason: 'StartupTaintsExist',
          message: `StartupTaint "${startupTaint.key}=true:NoExecute" still exists`,
          lastTransitionTime: ago(age),
        },
      ],
    },
  };
}

/** A node that joined but whose network does not come up. */
export function joining(name: string, age: number) {
  return {
    node: node(name, {
      age,
      ready: 'False',
      network: undefined,
      taints: [startupTaint],
      labels: { 'karpenter.sh/nodepool': 'general' },
    }),
    claim: waitingClaim(`general-${name}`, name, age),
    agent: agentPod(name, { ready: false, since: age }),
  };
}

/** A pod that no node takes. */
export const waitingPod = pod('web', {
  phase: 'Pending',
  ready: false,
  since: 1000,
  age: 1000,
  unschedulable: true,
});
