import { subnetRunwayNodes } from '../../../model/addresses';
import { ledgersOf } from '../../../model/addresses/ledgersOf';
import { isEniMode, notEniMode } from '../../../model/cilium/ciliumSettings';
import { nodesWithinLimits } from '../../../model/karpenter/nodesWithinLimits';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { touch } from '../../../rule/correlationKey';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import { notApplicable } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import type { NodePoolFacts } from '../../../kinds';
import { poolOutgrowsSubnetsDoc } from './poolOutgrowsSubnetsDoc';

/** A NodePool may add more nodes than its subnets have addresses for. */
export const poolOutgrowsSubnets: Rule = {
  code: 'clusterworks/pool-outgrows-subnets',
  id: 'pool-outgrows-subnets',
  component: 'clusterworks',
  doc: poolOutgrowsSubnetsDoc,
  concerns: 'ownPools',
  needs: ['nodepools', 'ec2nodeclasses', 'ciliumnodes', 'nodeclaims'],
  uses: ['configmaps'],
  evaluate(ctx) {
    if (!isEniMode(ctx)) {
      return notApplicable(notEniMode(ctx));
    }
    const findings: DraftFinding[] = [];
    let unseen: string | undefined;
    const ledgers = ledgersOf(ctx);
    for (const pool of ctx.index.ownPools()) {
      const claims = ctx.index.claimsByPool().get(pool.name) ?? [];
      const wanted = nodesWithinLimits(pool, claims);
      if (wanted !== undefined) {
        const ids = subnetsOf(ctx, pool);
        let room = 0;
        for (const id of ids) {
          const ledger = ledgers.get(id);
          const nodes = ledger && subnetRunwayNodes(ledger);
          if (nodes === undefined) {
            unseen ??= `no node shows how large subnet ${id} is`;
          }
          room += nodes ?? Infinity;
        }
        if (ids.length > 0 && room < wanted) {
          findings.push(draft(pool, wanted, room, ids));
        }
      }
    }
    return unseen ? { findings, unknown: unseen } : { findings };
  },
};

function subnetsOf(ctx: RuleContext, pool: NodePoolFacts): string[] {
  const nodeClass = ctx.index.classByName().get(pool.nodeClass.name ?? '');
  return (nodeClass?.subnets ?? []).map(({ id }) => id);
}

function draft(
  pool: NodePoolFacts,
  wanted: number,
  room: number,
  ids: readonly string[],
): DraftFinding {
  return {
    severity: 'info',
    subject: subjectOf('NodePool', pool),
    title: `NodePool ${pool.name} may still add ${wanted} ${
      wanted === 1 ? 'node' : 'nodes'
    } by its limits, but its subnets have room for at most ${room}`,
    evidence: [
      evidenceOf('NodePool', pool, 'spec.limits', pool.limits),
      evidenceOf('NodePool', pool, 'status.resources', pool.resources),
      evidenceOf('NodePool', pool, 'subnets of its class', ids.join(', ')),
    ],
    remedy: [
      {
        text: 'See how many addresses the subnets have left',
        command: shellCommand`aws ec2 describe-subnets --filters ${`Name=subnet-id,Values=${ids
          .slice(0, 20)
          .join(
            ',',
          )}`} --query ${'Subnets[].[SubnetId,AvailableIpAddressCount]'}`,
      },
      {
        text: 'Give the EC2NodeClass more subnets, or the pool limits that it can reach',
      },
    ],
    touches: [touch.pool(pool.name)],
  };
}
