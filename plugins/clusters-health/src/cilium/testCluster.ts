import { SourceState } from '@clusterworks/plugin-clusters-common';
import { Memory } from '../engine/memory';
import { Rule } from '../engine/Rule';
import { RuleContext } from '../engine/RuleContext';
import { nextMemory } from '../engine/nextMemory';
import { RuleOutcome, runRules } from '../engine/runRules';
import {
  emptySnapshot,
  projectResource,
  ResourceFacts,
  Snapshot,
  SourceName,
} from '../snapshot';

/** The time of every look in these tests. */
export const now = Date.parse('2026-11-22T20:00:00Z');

/** A time so many seconds before now, as the API writes it. */
export function ago(seconds: number): string {
  return new Date(now - seconds * 1000).toISOString();
}

/** Raw objects of a source, or the state that it is in instead. */
export type Given = Partial<Record<SourceName, object[] | SourceState>>;

/** A small healthy cluster with Cilium in ENI mode, one node in service. */
export function healthy(): Given {
  return {
    nodes: [node('a')],
    ciliumnodes: [ciliumNode('a')],
    daemonsets: [agentSet({})],
    deployments: [operator({})],
    leases: [lease(2)],
    configmaps: [config({})],
    pods: [agentPod('a')],
    events: [],
    ciliumendpoints: [],
    ciliumidentities: [],
    nodepools: [],
    nodeclaims: [],
    ec2nodeclasses: [],
  };
}

/** The healthy cluster with some sources replaced. */
export function clusterOf(given: Given, serverVersion = 'v1.35.4'): Snapshot {
  const snapshot = emptySnapshot('test', serverVersion);
  const resources = snapshot.resources as Record<
    string,
    ResourceFacts<unknown>
  >;
  for (const [source, what] of Object.entries({ ...healthy(), ...given })) {
    resources[source] =
      typeof what === 'string'
        ? { state: what, items: [] }
        : projectResource(source as SourceName, what);
  }
  return snapshot;
}

/** One look with one rule. */
export function look(
  rule: Rule,
  given: Given,
  options: { memory?: Memory; at?: number; serverVersion?: string } = {},
): RuleOutcome & { memory: Memory; said: string[] } {
  const ctx = new RuleContext(
    clusterOf(given, options.serverVersion),
    options.at ?? now,
    options.memory,
  );
  const [outcome] = runRules([rule], ctx);
  return {
    ...outcome,
    memory: nextMemory(ctx, {}),
    said: outcome.drafts.map(
      ({ severity, subject }) => `${severity} ${subject.kind}/${subject.name}`,
    ),
  };
}

/** Looks at the same cluster every 30 seconds for a while; the last look. */
export function lookFor(rule: Rule, given: Given, seconds: number) {
  let last = look(rule, given, { at: now - seconds * 1000 });
  for (let left = seconds - 30; left >= 0; left -= 30) {
    last = look(rule, given, { memory: last.memory, at: now - left * 1000 });
  }
  return last;
}

interface NodeOptions {
  age?: number;
  ready?: 'True' | 'False' | 'Unknown';
  network?: 'True' | 'False';
  taints?: object[];
  labels?: object;
  instance?: string;
  uid?: string;
  deleted?: boolean;
  pods?: string;
}

/** A Node, in service for an hour unless said otherwise. */
export function node(name: string, options: NodeOptions = {}): object {
  const created = ago(options.age ?? 3600);
  const { network = 'False' } = options;
  return {
    metadata: {
      name,
      uid: options.uid ?? `uid-${name}`,
      creationTimestamp: created,
      deletionTimestamp: options.deleted ? ago(10) : undefined,
      labels: options.labels ?? {},
    },
    spec: {
      providerID: `aws:///eu-west-1a/${options.instance ?? `i-${name}`}`,
      taints: options.taints,
    },
    status: {
      allocatable: { pods: options.pods ?? '29' },
      conditions: [
        {
          type: 'Ready',
          status: options.ready ?? 'True',
          lastTransitionTime: created,
        },
        ...('network' in options && options.network === undefined
          ? []
          : [
              {
                type: 'NetworkUnavailable',
                status: network,
                reason: 'CiliumIsUp',
                lastTransitionTime: created,
              },
            ]),
      ],
    },
  };
}

interface CiliumNodeOptions {
  age?: number;
  type?: string;
  /** Addresses of each interface; the pool is all of them together. */
  enis?: number[];
  prefixes?: number[];
  pool?: number;
  used?: number;
  requested?: number;
  cidrs?: number;
  up?: boolean;
  noStatus?: boolean;
  instance?: string;
  ownerUid?: string;
  release?: Record<string, string>;
  error?: string;
  wireguard?: boolean;
  eni?: object;
  subnet?: string;
}

/** A CiliumNode of m6i.large, settled with 12 addresses of which 4 are used. */
export function ciliumNode(
  name: string,
  options: CiliumNodeOptions = {},
): object {
  const enis = options.enis ?? [9, 3];
  const total = options.pool ?? enis.reduce((sum, one) => sum + one, 0);
  const { up = true } = options;
  return {
    metadata: {
      name,
      creationTimestamp: ago(options.age ?? 3600),
      annotations: options.wireguard
        ? { 'network.cilium.io/wg-pub-key': 'key' }
        : undefined,
      ownerReferences: [
        { kind: 'Node', name, uid: options.ownerUid ?? `uid-${name}` },
      ],
    },
    spec: {
      'instance-id': options.instance ?? `i-${name}`,
      addresses: [
        { type: 'InternalIP', ip: '10.0.0.1' },
        ...(up ? [{ type: 'CiliumInternalIP', ip: address(0) }] : []),
      ],
      eni: {
        'instance-type': options.type ?? 'm6i.large',
        'availability-zone': 'eu-west-1a',
        'node-subnet-id': 'subnet-a',
        ...options.eni,
      },
      ipam: {
        pool: addressMap(total),
        'pre-allocate': 8,
        pools: pools(options),
      },
    },
    status: options.noStatus ? undefined : ciliumStatus(options, enis),
  };
}

function address(index: number): string {
  return `10.0.${1 + Math.floor(index / 250)}.${index % 250}`;
}

function addressMap(count: number): Record<string, object> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [address(index), {}]),
  );
}

function pools({ requested, cidrs }: CiliumNodeOptions): object {
  return {
    ...(requested === undefined
      ? {}
      : {
          requested: [{ pool: 'default', needed: { 'ipv4-addrs': requested } }],
        }),
    ...(cidrs === undefined
      ? {}
      : {
          allocated: [
            {
              pool: 'default',
              cidrs: Array.from({ length: cidrs }, (_, i) => `10.1.${i}.0/28`),
            },
          ],
        }),
  };
}

function ciliumStatus(options: CiliumNodeOptions, enis: number[]): object {
  let next = 0;
  const used = options.used ?? 4;
  return {
    eni: {
      enis: Object.fromEntries(
        enis.map((count, number) => {
          const addresses = Array.from({ length: count }, () => {
            next += 1;
            return address(next - 1);
          });
          return [
            `eni-${number}`,
            {
              number: number || undefined,
              ip: `10.0.0.${number + 1}`,
              addresses: count > 0 ? addresses : undefined,
              prefixes: Array.from(
                { length: options.prefixes?.[number] ?? 0 },
                (_, index) => `10.2.${index}.0/28`,
              ),
              subnet: { id: options.subnet ?? 'subnet-a', cidr: '10.0.0.0/20' },
            },
          ];
        }),
      ),
    },
    ipam: {
      used: used > 0 ? addressMap(used) : undefined,
      'release-ips': options.release,
      'operator-status': options.error ? { error: options.error } : {},
    },
  };
}

interface WorkloadOptions {
  name?: string;
  label?: string;
  desired?: number;
  ready?: number;
  updated?: number;
  unavailable?: number;
  image?: string;
  env?: object[] | null;
  tolerations?: object[];
  conditions?: object[];
}

function template(options: WorkloadOptions, container: string, image: string) {
  return {
    spec: {
      tolerations: options.tolerations ?? [{ operator: 'Exists' }],
      containers: [
        {
          name: container,
          image: options.image ?? image,
          env:
            options.env === null
              ? undefined
              : options.env ?? [
                  { name: 'KUBERNETES_SERVICE_HOST', value: 'x.eks.aws' },
                ],
        },
      ],
    },
  };
}

/** A DaemonSet; Cilium's agent unless named otherwise. */
export function agentSet(options: WorkloadOptions): object {
  const { name = 'cilium', desired = 1 } = options;
  return {
    metadata: {
      name,
      namespace: 'kube-system',
      generation: 1,
      labels: { 'k8s-app': options.label ?? name },
    },
    spec: {
      template: template(
        options,
        'cilium-agent',
        'quay.io/cilium/cilium:v1.19.9',
      ),
    },
    status: {
      desiredNumberScheduled: desired,
      numberReady: options.ready ?? desired,
      updatedNumberScheduled: options.updated ?? desired,
      numberUnavailable: options.unavailable,
      observedGeneration: 1,
    },
  };
}

/** A Deployment; Cilium's operator unless named otherwise. */
export function operator(options: WorkloadOptions): object {
  const { name = 'cilium-operator', desired = 1 } = options;
  return {
    metadata: {
      name,
      namespace: 'kube-system',
      generation: 1,
      labels:
        name === 'cilium-operator'
          ? { 'io.cilium/app': 'operator' }
          : { 'k8s-app': name },
    },
    spec: {
      replicas: desired,
      template: template(
        options,
        'cilium-operator',
        'quay.io/cilium/operator-aws:v1.19.9',
      ),
    },
    status: {
      availableReplicas: options.ready ?? desired,
      readyReplicas: options.ready ?? desired,
      updatedReplicas: options.updated ?? desired,
      observedGeneration: 1,
      conditions: options.conditions,
    },
  };
}

/** The operator's Lease, renewed so many seconds ago. */
export function lease(age: number, holder = 'leader', duration = 15): object {
  return {
    metadata: { name: 'cilium-operator-resource-lock' },
    spec: {
      holderIdentity: holder,
      leaseDurationSeconds: duration,
      renewTime: ago(age),
    },
  };
}

/** `cilium-config`, ENI mode with kube-proxy replaced. */
export function config(
  data: Record<string, string | undefined>,
  changed?: number,
): object {
  return {
    metadata: {
      name: 'cilium-config',
      namespace: 'kube-system',
      managedFields:
        changed === undefined
          ? undefined
          : [{ time: ago(changed + 999) }, { time: ago(changed) }],
    },
    data: Object.fromEntries(
      Object.entries({
        ipam: 'eni',
        'kube-proxy-replacement': 'true',
        'agent-not-ready-taint-key': 'node.cilium.io/agent-not-ready',
        ...data,
      }).filter(([, value]) => value !== undefined),
    ),
  };
}

interface PodOptions {
  namespace?: string;
  labels?: object;
  node?: string;
  ready?: boolean;
  /** Seconds since the pod is (un)ready. */
  since?: number;
  age?: number;
  phase?: string;
  ip?: string;
  hostNetwork?: boolean;
  waiting?: string;
  restarts?: number;
  unschedulable?: boolean;
  deleted?: boolean;
}

/** A pod of an application, running on node `a`. */
export function pod(name: string, options: PodOptions = {}): object {
  const { ready = true, since = 3000 } = options;
  return {
    metadata: {
      name,
      namespace: options.namespace ?? 'apps',
      uid: `uid-${name}`,
      labels: options.labels ?? {},
      creationTimestamp: ago(options.age ?? 3600),
      deletionTimestamp: options.deleted ? ago(1) : undefined,
    },
    spec: {
      nodeName: options.unschedulable ? undefined : options.node ?? 'a',
      hostNetwork: options.hostNetwork ?? false,
    },
    status: {
      phase: options.phase ?? 'Running',
      podIP: options.ip,
      conditions: [
        {
          type: 'Ready',
          status: ready ? 'True' : 'False',
          lastTransitionTime: ago(since),
        },
        ...(options.unschedulable
          ? [
              {
                type: 'PodScheduled',
                status: 'False',
                reason: 'Unschedulable',
                message: '0/1 nodes are available: untolerated taint',
                lastTransitionTime: ago(since),
              },
            ]
          : []),
      ],
      containerStatuses: [
        {
          name: 'cilium-agent',
          ready,
          restartCount: options.restarts ?? 0,
          state: options.waiting
            ? { waiting: { reason: options.waiting } }
            : { running: {} },
        },
      ],
    },
  };
}

/** The agent's pod on a node. */
export function agentPod(nodeName: string, options: PodOptions = {}): object {
  return pod(`cilium-${nodeName}`, {
    namespace: 'kube-system',
    labels: { 'k8s-app': 'cilium' },
    node: nodeName,
    hostNetwork: true,
    ip: '10.0.0.1',
    ...options,
  });
}

/** A FailedCreatePodSandBox of kubelet. */
export function sandboxEvent(
  podName: string,
  message: string,
  times: { first: number; last: number },
): object {
  return {
    metadata: { name: `${podName}.1`, namespace: 'apps' },
    reason: 'FailedCreatePodSandBox',
    message,
    count: 3,
    firstTimestamp: ago(times.first),
    lastTimestamp: ago(times.last),
    involvedObject: { kind: 'Pod', namespace: 'apps', name: podName },
  };
}

/** Cilium's start-up taint. */
export const startupTaint = {
  key: 'node.cilium.io/agent-not-ready',
  value: 'true',
  effect: 'NoExecute',
};
