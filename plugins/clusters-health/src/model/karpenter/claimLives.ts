import { HOUR } from '../durations';
import type { ClusterState } from '../ClusterState';
import type { EventFacts } from '../../kinds';
import { fromKarpenter } from './karpenterEvents';

/**
 * The life of a NodeClaim according to Karpenter's events, also when the claim
 * no longer exists.
 */
export interface ClaimLife {
  name: string;
  /** Times at which its conditions became True. */
  launchedAt?: number;
  registeredAt?: number;
  /** When and why Karpenter disrupted the claim by itself. */
  disruptedAt?: number;
  disruptedFor?: string;
  /**
   * Whether EC2 ended the instance: a Spot interruption, maintenance, or a
   * manual termination.
   */
  interrupted: boolean;
  /** Whether EC2 refused the launch. */
  refused: boolean;
}

const INTERRUPTIONS: ReadonlySet<string> = new Set([
  'SpotInterrupted',
  'InstanceUnhealthy',
  'CapacityReservationInstanceInterrupted',
]);

/** Cached per cluster, because several rules need it. */
const found = new WeakMap<ClusterState, ClaimLife[]>();

/** The lives of the NodeClaims that are named in events of the last hour. */
export function claimLives(cluster: ClusterState): readonly ClaimLife[] {
  let lives = found.get(cluster);
  if (!lives) {
    lives = findLives(cluster);
    found.set(cluster, lives);
  }
  return lives;
}

function findLives(cluster: ClusterState): ClaimLife[] {
  const lives = new Map<string, ClaimLife>();
  for (const event of cluster.items('events')) {
    const { kind, name } = event.involved;
    const own = kind === 'NodeClaim' && fromKarpenter(event);
    if (own && name && cluster.recent(event, HOUR)) {
      const life = lives.get(name) ?? {
        name,
        interrupted: false,
        refused: false,
      };
      lives.set(name, life);
      read(life, event);
    }
  }
  return [...lives.values()];
}

function read(life: ClaimLife, event: EventFacts): void {
  const { reason = '', message, firstAt } = event;
  const turnsTrue = /Status: \S+ -> True/.test(message);
  switch (reason) {
    case 'Launched':
      life.launchedAt = turnsTrue ? firstAt : life.launchedAt;
      break;
    case 'Registered':
      life.registeredAt = turnsTrue ? firstAt : life.registeredAt;
      break;
    case 'DisruptionTerminating':
      life.disruptedAt = firstAt;
      life.disruptedFor = /: (\w{1,40})$/.exec(message)?.[1];
      break;
    case 'InsufficientCapacityError':
      life.refused = true;
      break;
    default:
      life.interrupted ||= INTERRUPTIONS.has(reason);
  }
}
