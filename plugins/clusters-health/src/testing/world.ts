import {
  clusterResources,
  SourceState,
} from '@clusterworks/plugin-clusters-common';
import { projectCapture, Snapshot, SourceName } from '../snapshot';

/** The moment at which the tests judge. */
export const NOW = '2026-11-22T10:00:00Z';

/** RFC 3339 time so many minutes before `NOW`. */
export function ago(minutes: number): string {
  return new Date(Date.parse(NOW) - minutes * 60_000).toISOString();
}

type Json = Record<string, unknown>;

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy with the changes merged in; `undefined` removes a field. */
export function merge(base: Json, change: Json): Json {
  const result: Json = { ...base };
  for (const [key, value] of Object.entries(change)) {
    const old = result[key];
    if (value === undefined) delete result[key];
    else result[key] = isJson(value) && isJson(old) ? merge(old, value) : value;
  }
  return result;
}

/** Objects by source; sources that are not named hold nothing and are `ok`. */
export type World = { [S in SourceName]?: unknown[] };

/** A snapshot of such a world. */
export function snapshotOf(
  world: World,
  states: { [S in SourceName]?: SourceState } = {},
  serverVersion = 'v1.35.4-eks-1a2b3c4',
): Snapshot {
  return projectCapture({
    apiVersion: 'clusterworks.dev/v1alpha1',
    kind: 'ClusterCapture',
    cluster: 'test',
    capturedAt: NOW,
    serverVersion,
    resources: clusterResources.map(({ resource, source }) => {
      const state = states[source as SourceName] ?? 'ok';
      return {
        resource,
        state,
        items: state === 'ok' ? world[source as SourceName] ?? [] : [],
      };
    }),
  });
}

/** A condition; `since` in minutes before `NOW`. */
export function condition(
  type: string,
  status: string,
  since = 60,
  reason = type,
  message = '',
): Json {
  return {
    type,
    status,
    reason,
    message,
    lastTransitionTime: ago(since),
  };
}

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

/** A pod that runs. */
export function pod(name: string, change: Json = {}): Json {
  return merge(
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name,
        namespace: 'default',
        uid: `pod-${name}`,
        creationTimestamp: ago(50),
        ownerReferences: [
          { kind: 'ReplicaSet', name: 'web', uid: 'rs', controller: true },
        ],
      },
      spec: {
        nodeName: 'node-general-1',
        containers: [
          {
            name: 'app',
            resources: { requests: { cpu: '500m', memory: '1Gi' } },
          },
        ],
      },
      status: {
        phase: 'Running',
        podIP: '10.0.1.5',
        conditions: [condition('PodScheduled', 'True', 50)],
        containerStatuses: [{ name: 'app', ready: true, restartCount: 0 }],
      },
    },
    change,
  );
}

/** A pod that fits nowhere, for so many minutes. */
export function waitingPod(
  name: string,
  minutes: number,
  change: Json = {},
): Json {
  return pod(
    name,
    merge(
      {
        metadata: { creationTimestamp: ago(minutes) },
        spec: { nodeName: undefined },
        status: {
          phase: 'Pending',
          podIP: undefined,
          containerStatuses: undefined,
          conditions: [
            condition('PodScheduled', 'False', minutes, 'Unschedulable', '0/1'),
          ],
        },
      },
      change,
    ),
  );
}

let events = 0;

/** An event of Karpenter's, last seen so many minutes ago. */
export function karpenterEvent(
  kind: string,
  name: string | undefined,
  reason: string,
  message: string,
  minutes = 1,
  change: Json = {},
): Json {
  events += 1;
  const namespace = kind === 'Pod' ? 'default' : undefined;
  return merge(
    {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: {
        name: `event-${events}`,
        namespace: 'default',
        creationTimestamp: ago(minutes),
      },
      type: 'Warning',
      reason,
      message,
      count: 1,
      firstTimestamp: ago(minutes),
      lastTimestamp: ago(minutes),
      eventTime: null,
      involvedObject: {
        kind,
        ...(name ? { name } : {}),
        ...(namespace ? { namespace } : {}),
      },
      reportingComponent: 'karpenter',
      source: { component: 'karpenter' },
    },
    change,
  );
}

/** Karpenter's controller, two replicas, all available. */
export function karpenterDeployment(change: Json = {}): Json {
  return merge(
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        name: 'karpenter',
        namespace: 'kube-system',
        creationTimestamp: ago(1000),
        labels: { 'app.kubernetes.io/name': 'karpenter' },
      },
      spec: {
        replicas: 2,
        selector: { matchLabels: { 'app.kubernetes.io/name': 'karpenter' } },
        template: {
          spec: {
            containers: [
              {
                name: 'controller',
                image: 'public.ecr.aws/karpenter/controller:1.14.1@sha256:00',
                env: [{ name: 'INTERRUPTION_QUEUE', value: 'test' }],
              },
            ],
          },
        },
      },
      status: { availableReplicas: 2, readyReplicas: 2, updatedReplicas: 2 },
    },
    change,
  );
}

/** The same Deployment with another version of the controller. */
export function karpenterAt(version: string): Json {
  return karpenterDeployment({
    spec: {
      template: {
        spec: {
          containers: [
            {
              name: 'controller',
              image: `public.ecr.aws/karpenter/controller:${version}`,
              env: [{ name: 'INTERRUPTION_QUEUE', value: 'test' }],
            },
          ],
        },
      },
    },
  });
}

/** A pod of Karpenter's controller. */
export function karpenterPod(name = 'karpenter-1', change: Json = {}): Json {
  return pod(
    name,
    merge(
      {
        metadata: {
          namespace: 'kube-system',
          labels: { 'app.kubernetes.io/name': 'karpenter' },
        },
        spec: { nodeName: 'system-1' },
        status: {
          containerStatuses: [
            { name: 'controller', ready: true, restartCount: 0 },
          ],
        },
      },
      change,
    ),
  );
}

/** Karpenter's lease, renewed so many minutes ago. */
export function karpenterLease(minutes = 0.01, change: Json = {}): Json {
  return merge(
    {
      apiVersion: 'coordination.k8s.io/v1',
      kind: 'Lease',
      metadata: {
        name: 'karpenter-leader-election',
        namespace: 'kube-system',
        creationTimestamp: ago(1000),
      },
      spec: {
        holderIdentity: 'karpenter-1_uuid',
        leaseDurationSeconds: 15,
        renewTime: ago(minutes),
      },
    },
    change,
  );
}

/** Cilium's agent, ready on every node. */
export function ciliumDaemonSet(change: Json = {}): Json {
  return merge(
    {
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: {
        name: 'cilium',
        namespace: 'kube-system',
        generation: 1,
        creationTimestamp: ago(1000),
        labels: { 'k8s-app': 'cilium' },
      },
      spec: {
        selector: { matchLabels: { 'k8s-app': 'cilium' } },
        template: {
          spec: {
            hostNetwork: true,
            tolerations: [{ operator: 'Exists' }],
            containers: [
              {
                name: 'cilium-agent',
                image: 'quay.io/cilium/cilium:v1.19.7',
                env: [{ name: 'KUBERNETES_SERVICE_HOST', value: 'api' }],
              },
            ],
          },
        },
      },
      status: {
        observedGeneration: 1,
        desiredNumberScheduled: 1,
        currentNumberScheduled: 1,
        numberReady: 1,
        numberAvailable: 1,
        updatedNumberScheduled: 1,
      },
    },
    change,
  );
}

/** Cilium's operator, available. */
export function ciliumOperatorDeployment(change: Json = {}): Json {
  return merge(
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        name: 'cilium-operator',
        namespace: 'kube-system',
        creationTimestamp: ago(1000),
        labels: { 'io.cilium/app': 'operator' },
      },
      spec: {
        replicas: 2,
        selector: { matchLabels: { 'io.cilium/app': 'operator' } },
        template: {
          spec: {
            hostNetwork: true,
            tolerations: [{ operator: 'Exists' }],
            containers: [
              {
                name: 'cilium-operator',
                image: 'quay.io/cilium/operator-aws:v1.19.7',
              },
            ],
          },
        },
      },
      status: { availableReplicas: 2, readyReplicas: 2, updatedReplicas: 2 },
    },
    change,
  );
}

/** `cilium-config` in ENI mode. */
export function ciliumConfigMap(data: Record<string, string> = {}): Json {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'cilium-config',
      namespace: 'kube-system',
      creationTimestamp: ago(1000),
    },
    data: {
      ipam: 'eni',
      'kube-proxy-replacement': 'true',
      'set-cilium-node-taints': 'true',
      'cluster-name': 'test',
      ...data,
    },
  };
}

/** The lease of Cilium's operator. */
export function ciliumLease(minutes = 0.01): Json {
  return {
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: {
      name: 'cilium-operator-resource-lock',
      namespace: 'kube-system',
      creationTimestamp: ago(1000),
    },
    spec: {
      holderIdentity: 'cilium-operator-1-lab',
      leaseDurationSeconds: 15,
      renewTime: ago(minutes),
    },
  };
}

/** A cluster in which nothing is wrong: one pool, one node, one pod. */
export function healthyWorld(): Required<World> {
  return {
    nodes: [node()],
    nodepools: [nodePool()],
    nodeclaims: [nodeClaim()],
    ec2nodeclasses: [nodeClass()],
    ciliumnodes: [ciliumNode()],
    deployments: [karpenterDeployment(), ciliumOperatorDeployment()],
    daemonsets: [ciliumDaemonSet()],
    leases: [karpenterLease(), ciliumLease()],
    configmaps: [ciliumConfigMap()],
    pods: [
      karpenterPod(),
      pod('web-1'),
      pod('cilium-1', {
        metadata: {
          namespace: 'kube-system',
          labels: { 'k8s-app': 'cilium' },
          ownerReferences: [
            { kind: 'DaemonSet', name: 'cilium', uid: 'ds', controller: true },
          ],
        },
        spec: { hostNetwork: true },
        status: {
          podIP: '10.0.0.10',
          conditions: [
            condition('PodScheduled', 'True', 58),
            condition('Ready', 'True', 58),
          ],
          containerStatuses: [
            { name: 'cilium-agent', ready: true, restartCount: 0 },
          ],
        },
      }),
      pod('cilium-operator-1', {
        metadata: {
          namespace: 'kube-system',
          labels: { 'io.cilium/app': 'operator' },
        },
        spec: { nodeName: 'node-general-1', hostNetwork: true },
      }),
    ],
    events: [],
    ciliumendpoints: [
      {
        apiVersion: 'cilium.io/v2',
        kind: 'CiliumEndpoint',
        metadata: {
          name: 'web-1',
          namespace: 'default',
          creationTimestamp: ago(50),
        },
        status: {
          state: 'ready',
          networking: { addressing: [{ ipv4: '10.0.1.5' }] },
        },
      },
    ],
    ciliumidentities: [],
    poddisruptionbudgets: [],
    customresourcedefinitions: [],
  };
}
