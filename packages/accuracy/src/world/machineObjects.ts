import {
  ciliumAgent,
  ciliumEnvoy,
  ciliumNode,
  ciliumTaint,
  defaultPool,
  type KubeObject,
  node,
  nodeClaim,
  notReadyTaints,
  pod,
  type Taint,
} from '@clusterworks/kube-fixtures';
import { nameEnd } from './hexId';
import type { Machine } from './Machine';

/** The name of a DaemonSet's pod on a machine. */
export function daemonPodName(daemonSet: string, machine: Machine): string {
  return `${daemonSet}-${nameEnd(`${daemonSet}/${machine.key}`)}`;
}

const systemTaints: Taint[] = [
  { key: 'CriticalAddonsOnly', value: 'true', effect: 'NoSchedule' },
];

function taintsOf({ networkReadyAt, joinedAt, facts }: Machine): Taint[] {
  const own = facts.pool === null ? systemTaints : [];
  return networkReadyAt || !joinedAt
    ? own
    : [...own, ciliumTaint, ...notReadyTaints(joinedAt)];
}

function nodeOf(machine: Machine, joinedAt: string): KubeObject {
  const { pool = defaultPool, node: facts } = machine.facts;
  return node(machine.nodeName, {
    cluster: machine.cluster,
    instance: machine.instance,
    pool,
    claim: { name: machine.claimName, uid: `claim-${machine.claimName}` },
    registeredAt: joinedAt,
    networkReadyAt: machine.networkReadyAt,
    taints: taintsOf(machine),
    ...facts,
  });
}

function claimOf(machine: Machine): KubeObject {
  const { pool = defaultPool, claim } = machine.facts;
  return nodeClaim(machine.claimName, {
    cluster: machine.cluster,
    instance: machine.instance,
    pool: pool ?? undefined,
    node: machine.nodeName,
    createdAt: machine.createdAt,
    registeredAt: machine.joinedAt,
    initializedAt: machine.networkReadyAt,
    initializing: {
      reason: 'StartupTaintsExist',
      message: `StartupTaint "${ciliumTaint.key}=${ciliumTaint.value}:${ciliumTaint.effect}" still exists`,
    },
    ...claim,
  });
}

function ciliumNodeOf(machine: Machine, joinedAt: string): KubeObject {
  const { pool = defaultPool, ciliumNode: overrides } = machine.facts;
  return ciliumNode(machine.nodeName, {
    cluster: machine.cluster,
    instance: machine.instance,
    pool,
    createdAt: joinedAt,
    stage: machine.stage,
    enis: machine.enis(),
    used: machine.owners,
    nodeUid: `node-${machine.nodeName}`,
    ...overrides,
  });
}

function ciliumPodsOf(machine: Machine, joinedAt: string): KubeObject[] {
  return [ciliumAgent(machine.cluster), ciliumEnvoy()].map(workload =>
    pod(daemonPodName(workload.name, machine), {
      workload,
      node: machine.nodeName,
      hostIp: machine.instance.ip,
      createdAt: joinedAt,
      readySince: machine.networkReadyAt ?? joinedAt,
      ready: workload.name !== 'cilium' || machine.networkReadyAt !== null,
    }),
  );
}

/** All objects of a machine; those of its Node only after it has joined. */
export function machineObjects(machine: Machine): KubeObject[] {
  const { joinedAt, facts } = machine;
  const claims = facts.pool === null ? [] : [claimOf(machine)];
  if (joinedAt === null) {
    return claims;
  }
  return [
    nodeOf(machine, joinedAt),
    ...claims,
    ...(machine.hasCilium
      ? [ciliumNodeOf(machine, joinedAt), ...ciliumPodsOf(machine, joinedAt)]
      : []),
  ];
}
