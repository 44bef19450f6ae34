import { condition } from '../base/conditions';
import { ago } from '../base/time';
import { ciliumEndpoint } from '../cilium/ciliumEndpoint';
import { ciliumNode } from '../cilium/ciliumNode';
import { enis } from '../cilium/eni';
import { karpenterEvent } from '../events/event';
import { nodeClaim } from '../karpenter/nodeClaim';
import { node } from '../nodes/node';
import { notReadyTaints } from '../nodes/taints';
import { pod } from '../workloads/pod';
import { combine, type ObjectsByResource } from './combine';
import { healthyCluster } from './healthyCluster';
import { joiningNode, runningNode } from './nodeParts';

type Parts = Partial<ObjectsByResource>;

const LONG_AGO = ago('3h');

/** Faults that rules find, each on its own node. */
const sickNodes: ((name: string) => Parts)[] = [
  name => joiningNode(name, { createdAt: LONG_AGO }),
  name => ({
    ...runningNode(name),
    nodes: [
      node(name, { silentSince: LONG_AGO, taints: notReadyTaints(LONG_AGO) }),
    ],
  }),
  name => ({
    ...runningNode(name),
    nodes: [node(name, { deletedAt: LONG_AGO })],
    nodeclaims: [nodeClaim(name, { deletedAt: LONG_AGO })],
  }),
  name => ({
    nodeclaims: [nodeClaim(name, { createdAt: LONG_AGO, registeredAt: null })],
  }),
  name => ({
    nodes: [node(name)],
    ciliumnodes: [ciliumNode(`${name}-gone`, { createdAt: LONG_AGO })],
  }),
  name => ({
    ...runningNode(name),
    ciliumnodes: [
      ciliumNode(name, {
        createdAt: LONG_AGO,
        spec: { 'instance-id': 'i-0123456789abcdef0' },
        status: { ipam: { 'operator-status': { error: 'no address left' } } },
      }),
    ],
  }),
  name => ({
    ...runningNode(name),
    nodes: [node(name, { status: { allocatable: { pods: '5000' } } })],
    nodeclaims: [
      nodeClaim(name, {
        conditions: [condition('Drifted', 'True', LONG_AGO, 'AMIDrift')],
      }),
    ],
  }),
  name => ({
    ...runningNode(name),
    ciliumnodes: [ciliumNode(name, { enis: enis([9, 3]), used: 12 })],
  }),
];

type SickPod = (name: string, node: string, index: number) => Parts;

const sickPods: SickPod[] = [
  (name, onNode) => ({ pods: [pod(name, { node: onNode, ip: '10.1.2.3' })] }),
  (name, onNode) => ({
    pods: [
      pod(name, {
        node: onNode,
        ip: '10.1.2.3',
        ready: false,
        restarts: 50,
        waiting: { reason: 'CrashLoopBackOff' },
      }),
    ],
    ciliumendpoints: [ciliumEndpoint(name)],
  }),
  (name, onNode) => ({
    pods: [pod(name, { node: onNode, startedAt: null, createdAt: LONG_AGO })],
  }),
  (name, _node, index) => ({
    pods: [
      pod(name, {
        createdAt: LONG_AGO,
        unschedulable: `0/${index} nodes are available`,
      }),
    ],
    events: [
      karpenterEvent(
        { kind: 'Pod', namespace: 'default', name },
        {
          type: 'Warning',
          reason: 'FailedScheduling',
          message: `No node takes it, for reason ${index}`,
        },
        { at: ago('1m'), id: name },
      ),
    ],
  }),
  (name, onNode) => ({
    pods: [pod(name, { node: onNode, ip: '10.1.2.3' })],
    ciliumendpoints: [
      ciliumEndpoint(name, {
        createdAt: LONG_AGO,
        status: { state: 'waiting-for-identity' },
      }),
    ],
  }),
  (name, onNode) => ({
    pods: [pod(name, { node: onNode, deletedAt: LONG_AGO, ip: '10.1.2.3' })],
  }),
];

/**
 * A large cluster in which every node and every pod has a fault that a rule
 * finds, and no two faults have the same cause.
 */
export function sickCluster(nodes: number, pods: number): ObjectsByResource {
  const nameOf = (index: number) => `general-${index + 2}`;
  return combine(
    healthyCluster(),
    ...Array.from({ length: nodes }, (_, index) =>
      sickNodes[index % sickNodes.length](nameOf(index)),
    ),
    ...Array.from({ length: pods }, (_, index) =>
      sickPods[index % sickPods.length](
        `web-${index}`,
        nameOf(index % nodes),
        index,
      ),
    ),
  );
}
