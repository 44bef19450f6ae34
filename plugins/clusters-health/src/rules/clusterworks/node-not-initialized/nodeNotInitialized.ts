import { MINUTE, sayDuration } from '../../../model/durations';
import { poolOf } from '../../../model/poolOf';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { joiningClaims } from '../../../model/joiningClaims';
import { joiningFor } from '../../../rule/joiningFor';
import { isWaitingForCni } from '../../../model/isWaitingForCni';
import { startupAgentOf, taintKeyIn } from '../../../model/startupAgents';
import { conditionOf, type NodeClaimFacts } from '../../../kinds';
import { notInitializedRemedy } from './nodeNotInitializedRemedy';
import { nodeNotInitializedDoc } from './nodeNotInitializedDoc';

const devices = ['ResourceNotRegistered', 'DRADriverPoolsNotPublished'];

/**
 * A node has joined but does not come into service, for another reason than
 * those of L3 and L4.
 */
export const nodeNotInitialized: Rule = {
  code: 'clusterworks/node-not-initialized',
  id: 'node-not-initialized',
  component: 'clusterworks',
  doc: nodeNotInitializedDoc,
  concerns: 'ownClaims',
  needs: ['nodeclaims'],
  uses: ['nodes', 'configmaps'],
  details: ['pods'],
  evaluate(ctx) {
    const findings: DraftFinding[] = [];
    let unsure = false;
    for (const claim of joiningClaims(ctx).filter(one => waits(ctx, one))) {
      const time = joiningFor(ctx, claim);
      if (!time) {
        unsure = true;
      } else if (time.age > 5 * MINUTE) {
        findings.push(draft(ctx, claim, time));
      }
    }
    return unsure ? { findings, unknown: 'needs a second look' } : { findings };
  },
};

function waits(ctx: RuleContext, claim: NodeClaimFacts): boolean {
  const reason = conditionOf(claim, 'Initialized')?.reason ?? '';
  return (
    conditionOf(claim, 'Registered')?.status === 'True' &&
    !devices.includes(reason) &&
    !isWaitingForCni(ctx, claim)
  );
}

function draft(
  ctx: RuleContext,
  claim: NodeClaimFacts,
  { since, age }: { since: number; age: number },
): DraftFinding {
  const condition = conditionOf(claim, 'Initialized');
  const why = [condition?.reason, condition?.message]
    .filter(Boolean)
    .join(': ');
  const taint = taintKeyIn(condition?.message);
  const node = claim.nodeName ?? claim.name;
  const ready = conditionOf(
    ctx.index.nodeByName().get(node) ?? { conditions: [] },
    'Ready',
  );
  return {
    severity: age > 15 * MINUTE ? 'critical' : 'warning',
    subject: subjectOf('NodeClaim', claim),
    since,
    title: `Node ${node} has not got into service for ${sayDuration(age)}${
      taint ? sayTaint(taint) : sayReason(why)
    }`,
    evidence: [
      evidenceOf(
        'NodeClaim',
        claim,
        'status.conditions[Initialized]',
        `${condition?.status ?? 'absent'} ${why}`,
      ),
      ...(ready && ready.status !== 'True'
        ? [
            evidenceOf(
              'Node',
              { name: node },
              'status.conditions[Ready]',
              `${ready.status} ${ready.reason ?? ''}: ${ready.message ?? ''}`,
            ),
          ]
        : []),
    ],
    remedy: notInitializedRemedy(ctx, node, taint),
    touches: [
      touch.claim(claim.name),
      touch.node(node),
      touch.pool(poolOf(claim) ?? ''),
      touch.waitingPods(),
    ],
    group: taint ?? condition?.reason ?? 'unknown',
  };
}

function sayTaint(taint: string): string {
  const agent = startupAgentOf(taint);
  return `: taint ${taint} is still there${
    agent ? `, which ${agent.name} removes` : ''
  }`;
}

function sayReason(why: string): string {
  return why ? ` (${why})` : '';
}
