import { ledgersOf } from '../../../model/addresses/ledgersOf';
import type { SubnetLedger } from '../../../model/addresses';
import {
  timeUntilEmpty,
  type TrendPoint,
} from '../../../model/addresses/timeUntilEmpty';
import { isEniMode, notEniMode } from '../../../model/cilium/ciliumSettings';
import { HOUR } from '../../../model/durations';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { touch } from '../../../rule/correlationKey';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import { notApplicable, unknown } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { clusterSubject } from '../../../rule/subjects';
import { subnetRunsDryDoc } from './subnetRunsDryDoc';

const AHEAD = 48 * HOUR;

/**
 * A subnet that will have no free addresses, and the latest time at which that
 * happens.
 */
interface Drying {
  ledger: SubnetLedger;
  left: number;
  lasts: number;
}

/**
 * A subnet has no free addresses left within two days, if the trend continues.
 */
export const subnetRunsDry: Rule = {
  code: 'clusterworks/subnet-runs-dry',
  id: 'subnet-runs-dry',
  component: 'clusterworks',
  doc: subnetRunsDryDoc,
  needs: ['ciliumnodes'],
  uses: ['configmaps'],
  details: ['ec2nodeclasses'],
  evaluate(ctx) {
    if (!isEniMode(ctx)) {
      return notApplicable(notEniMode(ctx));
    }
    if (!ctx.roomTrend) {
      return unknown('one look does not show how fast a subnet shrinks');
    }
    const drying = new Map<string, Drying>();
    for (const ledger of ledgersOf(ctx).values()) {
      const left = ledger.freeAtMost ?? 0;
      const lasts = timeUntilEmpty(pointsOf(ctx, ledger), left, ctx.now);
      if (left > 0 && lasts !== undefined && lasts <= AHEAD) {
        drying.set(ledger.subnetId, { ledger, left, lasts });
      }
    }
    const without = idsWithoutAlternative(ctx, drying);
    return {
      findings: [...drying.values()].map(one =>
        draft(ctx, one, without.has(one.ledger.subnetId)),
      ),
    };
  },
};

function pointsOf(
  { roomTrend }: RuleContext,
  { subnetId }: SubnetLedger,
): TrendPoint[] {
  return (roomTrend?.samples ?? []).flatMap(({ at, subnets }): TrendPoint[] =>
    Object.hasOwn(subnets, subnetId) ? [[at, subnets[subnetId]]] : [],
  );
}

/** Subnets of node classes that have no other subnet to launch in. */
function idsWithoutAlternative(
  ctx: RuleContext,
  drying: ReadonlyMap<string, Drying>,
): Set<string> {
  return new Set(
    ctx
      .items('ec2nodeclasses')
      .filter(({ subnets }) => subnets.every(({ id }) => drying.has(id)))
      .flatMap(({ subnets }) => subnets.map(({ id }) => id)),
  );
}

function draft(
  ctx: RuleContext,
  { ledger, left, lasts }: Drying,
  isLast: boolean,
): DraftFinding {
  const { subnetId, zone, held, usable } = ledger;
  const where = zone ? ` (${zone})` : '';
  const hours = Math.ceil(lasts / HOUR);
  return {
    severity: isLast ? 'warning' : 'info',
    subject: clusterSubject(ctx.cluster),
    title: `Subnet ${subnetId}${where} has no address left within ${hours} h, if nodes go on as in the last days: at most ${left} are left`,
    evidence: [
      {
        object: `subnet ${subnetId}`,
        path: 'addresses',
        value: `${held} of ${usable} are held by interfaces of nodes`,
      },
    ],
    remedy: [
      {
        text: 'See how many addresses it has left',
        command: shellCommand`aws ec2 describe-subnets --subnet-ids ${subnetId} --query ${'Subnets[].AvailableIpAddressCount'}`,
      },
      {
        text: 'Give the EC2NodeClass another subnet, or the VPC another block, before it is empty',
      },
    ],
    touches: [touch.subnet(subnetId)],
    key: subnetId,
  };
}
