import { addTo } from '../../../model/addTo';
import { MINUTE } from '../../../model/durations';
import { poolOf } from '../../../model/poolOf';
import { claimLives } from '../../../model/karpenter/claimLives';
import { lostBeforeJoining } from '../../../model/karpenter/lostBeforeJoining';
import { unscheduledSince } from '../../../model/karpenter/unscheduledSince';
import {
  describeEndedInstances,
  describeInstances,
  instanceIdOf,
} from '../../../model/remedy/describeInstances';
import type { DraftFinding } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { conditionOf, type NodeClaimFacts } from '../../../kinds';

/**
 * Karpenter itself deletes a NodeClaim that has not registered after 15
 * minutes.
 */
const TIMEOUT = 15 * MINUTE;
/**
 * Only events tell of deleted NodeClaims, and a single one may be a
 * coincidence.
 */
const SEVERAL = 2;

/**
 * A NodeClaim whose instance was launched and terminated before it became a
 * node.
 */
interface Death {
  name: string;
  /** The object, while it still exists. */
  claim?: NodeClaimFacts;
}

/**
 * Instances that EC2 launched and that terminated before they joined, for
 * example because of a key without permission, an image that does not start, or
 * a quota of volumes. Their NodeClaims are deleted within a minute or two, so
 * no rule that waits for a certain age sees them.
 */
export function diedBeforeJoining(ctx: RuleContext): DraftFinding[] {
  const byPool = new Map<string, Death[]>();
  const add = (pool: string | undefined, death: Death) => {
    if (pool !== undefined && isInUse(ctx, pool)) {
      addTo(byPool, pool, death);
    }
  };
  const lives = new Map(claimLives(ctx).map(life => [life.name, life]));
  for (const claim of ctx.index.ownClaims()) {
    if (isDead(claim) && !lives.get(claim.name)?.interrupted) {
      add(poolOf(claim), { name: claim.name, claim });
    }
  }
  for (const [pool, names] of lostBeforeJoining(ctx)) {
    names.forEach(name => add(pool, { name }));
  }
  return [...byPool]
    .filter(
      ([, deaths]) =>
        deaths.length >= SEVERAL || deaths.some(({ claim }) => claim),
    )
    .map(([pool, deaths]) => draft(ctx, pool, deaths));
}

/**
 * Whether the pool is in use: the NodeClaims of a deleted pool are deleted for
 * that reason.
 */
function isInUse(ctx: RuleContext, pool: string): boolean {
  const known = ctx.index.poolByName().get(pool);
  return known !== undefined && known.deletedAt === undefined;
}

function isDead(claim: NodeClaimFacts): boolean {
  const { createdAt, deletedAt } = claim;
  return (
    createdAt !== undefined &&
    deletedAt !== undefined &&
    deletedAt - createdAt < TIMEOUT &&
    conditionOf(claim, 'Launched')?.status === 'True' &&
    conditionOf(claim, 'Registered')?.status !== 'True'
  );
}

function draft(
  ctx: RuleContext,
  pool: string,
  deaths: readonly Death[],
): DraftFinding {
  const claims = deaths.flatMap(({ claim }) => claim ?? []);
  const times = claims.flatMap(({ createdAt }) => createdAt ?? []);
  return {
    severity: podsSuffer(ctx) ? 'critical' : 'warning',
    subject: subjectOf('NodePool', { name: pool }),
    since: times.length > 0 ? Math.min(...times) : undefined,
    title: `${deaths.length} ${
      deaths.length === 1 ? 'instance of NodePool' : 'instances of NodePool'
    } ${pool} ${
      deaths.length === 1 ? 'was' : 'were'
    } launched and ended before joining`,
    evidence: deaths
      .slice(0, 5)
      .map(({ name, claim }) =>
        claim
          ? evidenceOf(
              'NodeClaim',
              claim,
              'metadata.deletionTimestamp',
              `Launched, not Registered; instance ${
                instanceIdOf(claim.providerId) ?? 'not known'
              }`,
            )
          : evidenceOf(
              'NodeClaim',
              { name },
              'events',
              'Launched, never Registered; gone',
            ),
      ),
    remedy: [
      claims.length > 0
        ? describeInstances(
            instanceIdOf(claims[0].providerId),
            'Read why the instance ended: EC2 keeps the reason for about an hour',
          )
        : describeEndedInstances(
            pool,
            'Read why the instances ended: EC2 keeps the reason for about an hour',
          ),
      {
        text: 'Client.InvalidKMSKey and Client.InternalError: the key of the volumes is disabled, or its policy does not let Karpenter use it. Client.VolumeLimitExceeded: a quota of volumes. Client.InvalidSnapshot: the image. Client.UserInitiatedShutdown: somebody, or a policy of the account, ends them',
      },
    ],
    touches: [
      touch.pool(pool),
      ...deaths.map(({ name }) => touch.claim(name)),
      touch.waitingPods(),
    ],
    key: 'died',
  };
}

function podsSuffer(ctx: RuleContext): boolean {
  return ctx.index.waitingPods().some(pod => {
    const age = ctx.age(unscheduledSince(pod));
    return age !== undefined && age > 5 * MINUTE;
  });
}
