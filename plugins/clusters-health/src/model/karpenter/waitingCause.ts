import { HOUR, MINUTE } from '../durations';
import { unschedulable } from '../unschedulable';
import type { ClusterState } from '../ClusterState';
import { conditionOf, type NodeClaimFacts, type PodFacts } from '../../kinds';
import { capacityErrors } from './capacityErrors';
import { poolOf } from '../poolOf';
import { eventsOfPod } from './karpenterEvents';
import { lostBeforeJoining } from './lostBeforeJoining';
import { schedulingFailure, type SchedulingFailure } from './schedulingFailure';

/** From this many launches for one pod on, the repetition is no coincidence. */
const MANY = 3;
/** A single instance that ends before it joins may be a coincidence. */
const SEVERAL = 2;
/**
 * Karpenter gives an instance 15 minutes to join; most instances take one
 * minute.
 */
const SLOW_JOIN = 10 * MINUTE;
const SLOW_START = 15 * MINUTE;

const look = 'See what the scheduler and Karpenter say of the pod';

const onItsWay: SchedulingFailure = {
  says: 'a node for them is on its way',
  advice: 'Nothing yet: the node takes a minute or two',
};

/** Whether the pod only waits for a node that is being launched. */
export function isOnItsWay({ says }: SchedulingFailure): boolean {
  return says === onItsWay.says;
}

/**
 * Why a pod waits for a node, in words, according to Karpenter's newest message
 * about the pod.
 */
export function waitingCause(
  cluster: ClusterState,
  pod: PodFacts,
): SchedulingFailure {
  if (!cluster.ok('events')) {
    return {
      says: 'events cannot be read, so the reason is not known',
      advice: look,
    };
  }
  const [newest] = eventsOfPod(cluster, pod, 10 * MINUTE);
  if (!newest) {
    return withoutKarpenter(pod);
  }
  const promise = claimIn(newest.message);
  const claim = cluster.index.claimByName().get(promise ?? '');
  if (claim) {
    return withClaim(cluster, pod, claim);
  }
  if (promise !== undefined && cluster.ok('nodeclaims')) {
    return {
      says: 'the node that Karpenter had promised them is gone',
      advice: 'See which NodeClaim it was and what became of it',
    };
  }
  const failure = schedulingFailure(newest.message);
  const offered = /required offering|filtered out all/.test(newest.message);
  // Karpenter leaves out offerings that EC2 refused within the last 3 minutes.
  return offered && wasRefused(cluster)
    ? schedulingFailure('InsufficientCapacity')
    : failure;
}

/** Cached per cluster, because it is needed for every waiting pod. */
const refused = new WeakMap<ClusterState, boolean>();

function wasRefused(cluster: ClusterState): boolean {
  let is = refused.get(cluster);
  if (is === undefined) {
    is = capacityErrors(cluster).size > 0;
    refused.set(cluster, is);
  }
  return is;
}

/** Karpenter ignores pods whose volume claims it cannot read. */
function withoutKarpenter(pod: PodFacts): SchedulingFailure {
  const message = unschedulable(pod)?.message ?? '';
  return /unbound immediate PersistentVolumeClaims|persistentvolumeclaim "[^"]*" (not found|is being deleted)/.test(
    message,
  )
    ? {
        says: 'their volume claims are not bound',
        advice:
          'See why: a StorageClass that does not exist, a driver that does not run, a volume that is gone',
      }
    : { says: 'Karpenter has written no event about them', advice: look };
}

/**
 * Names of the NodeClaims that Karpenter nominated for a pod, the present one
 * included.
 */
function promised(cluster: ClusterState, pod: PodFacts): Set<string> {
  return new Set(
    eventsOfPod(cluster, pod, HOUR).flatMap(
      ({ reason, message }) =>
        (reason === 'Nominated' ? claimIn(message) : undefined) ?? [],
    ),
  );
}

function withClaim(
  cluster: ClusterState,
  pod: PodFacts,
  claim: NodeClaimFacts,
): SchedulingFailure {
  const launched = promised(cluster, pod).size;
  if (launched >= MANY) {
    return {
      says: `${launched} nodes were launched for them within an hour, and none has taken them`,
      advice: 'See what became of the nodes that were launched before',
    };
  }
  if (claim.deletedAt !== undefined) {
    return {
      says: `their node, of NodeClaim ${claim.name}, is being removed before it took them`,
      advice: 'See why the NodeClaim is being deleted',
    };
  }
  const age = cluster.age(claim.createdAt) ?? 0;
  const is = (type: string) => conditionOf(claim, type)?.status === 'True';
  if (is('Initialized')) {
    return age > SLOW_START
      ? {
          says: `their node, of NodeClaim ${claim.name}, is in service, and they are not placed on it`,
          advice: look,
        }
      : onItsWay;
  }
  const hopeless = is('Registered') ? undefined : neverJoins(cluster, claim);
  if (hopeless) {
    return hopeless;
  }
  const fails =
    (!is('Launched') && hasReason(claim)) ||
    (!is('Registered') && age > SLOW_JOIN) ||
    age > SLOW_START;
  return fails
    ? {
        says: `their node, of NodeClaim ${claim.name}, does not get into service`,
        advice: 'See how far the NodeClaim came',
      }
    : onItsWay;
}

/** Why the node of a claim will not join, as those before it did not. */
function neverJoins(
  cluster: ClusterState,
  claim: NodeClaimFacts,
): SchedulingFailure | undefined {
  const pool = poolOf(claim) ?? '';
  const before = lostBeforeJoining(cluster).get(pool) ?? [];
  if (before.length >= SEVERAL) {
    return {
      says: `a node is being launched for them, but the last ${before.length} of its NodePool ended before they joined`,
      advice: 'See why those instances ended',
    };
  }
  const found = cluster.index.poolByName().get(pool);
  return found &&
    conditionOf(found, 'NodeRegistrationHealthy')?.status === 'False'
    ? {
        says: `a node is being launched for them, but nodes of NodePool ${pool} do not register`,
        advice: 'See why nodes of the pool do not register',
      }
    : undefined;
}

/** Whether the claim says why its launch failed. */
function hasReason(claim: NodeClaimFacts): boolean {
  const reason = conditionOf(claim, 'Launched')?.reason;
  return reason !== undefined && reason !== 'AwaitingReconciliation';
}

function claimIn(message: string): string | undefined {
  return /nodeclaim\/([a-z0-9.-]+)/.exec(message)?.[1];
}
