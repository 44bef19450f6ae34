import { MINUTE } from '../../../model/durations';
import { DraftFinding, Rule } from '../../../rule/Rule';
import { RuleContext } from '../../../rule/RuleContext';
import { subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { EventFacts, PodFacts } from '../../../kinds';
import { unscheduledSince } from '../../../model/karpenter/unscheduledSince';
import {
  capacityErrors,
  poolOfClaimName,
} from '../../../model/karpenter/capacityErrors';
import { eventsOfPod } from '../../../model/karpenter/karpenterEvents';
import { isOwnPool } from '../../../model/ownNodes';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { insufficientCapacityDoc } from './insufficientCapacityDoc';

/** L8: EC2 has no capacity for what a NodePool may launch. */
export const insufficientCapacity: Rule = {
  code: 'karpenter/L8',
  id: 'insufficient-capacity',
  component: 'karpenter',
  doc: insufficientCapacityDoc,
  needs: ['events'],
  details: ['pods', 'nodepools'],
  evaluate(ctx) {
    const pools = ctx.index.ownPools();
    const byPool = new Map<string, EventFacts[]>();
    for (const [claim, event] of capacityErrors(ctx)) {
      const pool =
        poolOfClaimName(claim, pools) ??
        claim.slice(0, Math.max(0, claim.lastIndexOf('-')));
      const known = ctx.index.poolByName().get(pool);
      if (!known || isOwnPool(known)) {
        byPool.set(pool, [...(byPool.get(pool) ?? []), event]);
      }
    }
    return {
      findings: [...byPool].map(([pool, events]) => draft(ctx, pool, events)),
    };
  },
};

function draft(
  ctx: RuleContext,
  pool: string,
  events: readonly EventFacts[],
): DraftFinding {
  const waiting = ctx.index
    .waitingPods()
    .filter(pod => wantsPool(ctx, pod, pool));
  const long = waiting.filter(pod => {
    const since = unscheduledSince(pod);
    return since !== undefined && ctx.now - since > 5 * MINUTE;
  });
  const times = events.flatMap(({ firstAt }) => firstAt ?? []);
  const errors = new Set(
    events.flatMap(
      ({ message }) => /error\(s\), ([A-Za-z.]+):/.exec(message)?.[1] ?? [],
    ),
  );
  const what = errors.size > 0 ? ` (${[...errors].join(', ')})` : '';
  return {
    severity: long.length > 0 ? 'critical' : 'warning',
    subject: subjectOf('NodePool', { name: pool }),
    since: times.length > 0 ? Math.min(...times) : undefined,
    title: `EC2 has no capacity for NodePool ${pool}${what}: ${
      events.length
    } launches refused${
      waiting.length > 0 ? `, ${waiting.length} pods wait` : ''
    }`,
    evidence: events.slice(0, 3).map(event => ({
      object: `${event.involved.kind ?? ''}/${event.involved.name ?? ''}`,
      path: 'events[InsufficientCapacityError]',
      value: event.message.slice(0, 300),
    })),
    remedy: [
      { text: hint(errors) },
      {
        text: 'See what the pool may launch',
        command: shellCommand`kubectl get nodepool ${pool} -o jsonpath='{.spec.template.spec.requirements}'`,
      },
    ],
    touches: [
      touch.pool(pool),
      ...(waiting.length > 0 ? [touch.waitingPods()] : []),
      ...waiting.map(pod => touch.pod(pod.namespace, pod.name)),
    ],
  };
}

/** By the pod's newest Karpenter event: it names a claim, or that none fits. */
function wantsPool(ctx: RuleContext, pod: PodFacts, pool: string): boolean {
  const [newest] = eventsOfPod(ctx, pod, 10 * MINUTE);
  if (!newest) return false;
  const claim = /nodeclaim[/ ]([a-z0-9.-]+)/i.exec(newest.message)?.[1];
  if (claim) {
    const gone = !ctx.index.claimByName().has(claim);
    return gone && claim.startsWith(`${pool}-`);
  }
  return /filtered out all available|required offering|no instance type/.test(
    newest.message,
  );
}

function hint(errors: ReadonlySet<string>): string {
  const has = (part: string) => [...errors].some(error => error.includes(part));
  if (has('VcpuLimit') || has('MaxSpotInstanceCount') || has('MaxFleetCount')) {
    return 'Ask for a higher quota: aws service-quotas list-service-quotas --service-code ec2';
  }
  if (has('FreeAddresses')) {
    return 'The subnet has no free address: add a secondary CIDR or larger subnets';
  }
  return 'Allow more instance types, zones or capacity types in the pool; Karpenter goes on trying';
}
