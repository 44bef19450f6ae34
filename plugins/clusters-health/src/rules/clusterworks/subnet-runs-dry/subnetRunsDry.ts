import type { Evidence } from '@clusterworks/plugin-clusters-common';
import { ledgersOf } from '../../../model/addresses/ledgersOf';
import type { SubnetLedger } from '../../../model/addresses';
import {
  timeUntilEmpty,
  type TrendPoint,
} from '../../../model/addresses/timeUntilEmpty';
import { isEniMode, notEniMode } from '../../../model/cilium/ciliumSettings';
import { HOUR } from '../../../model/durations';
import { leaveZone } from '../../../model/remedy/leaveZone';
import type { RuleRemedy } from '../../../model/remedy/RuleRemedy';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { touch } from '../../../rule/correlationKey';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import { notApplicable, unknown } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { clusterSubject } from '../../../rule/subjects';
import { type EmptySubnet, emptySubnets, isEmpty } from './emptySubnets';
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
 * A subnet has no free addresses, or none within two days if the trend
 * continues.
 */
export const subnetRunsDry: Rule = {
  code: 'clusterworks/subnet-runs-dry',
  id: 'subnet-runs-dry',
  component: 'clusterworks',
  doc: subnetRunsDryDoc,
  needs: ['ciliumnodes'],
  uses: ['configmaps'],
  details: ['ec2nodeclasses', 'nodepools'],
  evaluate(ctx) {
    if (!isEniMode(ctx)) {
      return notApplicable(notEniMode(ctx));
    }
    const ledgers = ledgersOf(ctx);
    const empty = emptySubnets(ctx, ledgers).map(one => draftEmpty(ctx, one));
    if (!ctx.roomTrend) {
      return {
        ...unknown('one look does not show how fast a subnet shrinks'),
        findings: empty,
      };
    }
    const drying = new Map<string, Drying>();
    for (const ledger of ledgers.values()) {
      const left = ledger.freeAtMost ?? 0;
      const lasts = timeUntilEmpty(pointsOf(ctx, ledger), left, ctx.now);
      if (left > 0 && lasts !== undefined && lasts <= AHEAD) {
        drying.set(ledger.subnetId, { ledger, left, lasts });
      }
    }
    const without = idsWithoutAlternative(
      ctx,
      id => drying.has(id) || isEmpty(ledgers.get(id)),
    );
    return {
      findings: [
        ...empty,
        ...[...drying.values()].map(one =>
          draft(ctx, one, without.has(one.ledger.subnetId)),
        ),
      ],
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
  isShort: (subnetId: string) => boolean,
): Set<string> {
  return new Set(
    ctx
      .items('ec2nodeclasses')
      .filter(({ subnets }) => subnets.every(({ id }) => isShort(id)))
      .flatMap(({ subnets }) => subnets.map(({ id }) => id)),
  );
}

/** Where a subnet is, as part of a sentence. */
const placeOf = ({ zone }: SubnetLedger) => (zone ? ` (${zone})` : '');

function heldIn({ subnetId, held, usable }: SubnetLedger): Evidence {
  return {
    object: `subnet ${subnetId}`,
    path: 'addresses',
    value: `${held} of ${usable} are held by interfaces of nodes`,
  };
}

function seeWhatIsLeft({ subnetId }: SubnetLedger): RuleRemedy {
  return {
    text: 'See how many addresses it has left',
    command: shellCommand`aws ec2 describe-subnets --subnet-ids ${subnetId} --query ${'Subnets[].AvailableIpAddressCount'}`,
  };
}

function draftEmpty(
  ctx: RuleContext,
  { ledger, pools, hasOthers }: EmptySubnet,
): DraftFinding {
  const { subnetId } = ledger;
  const isShutOut = pools.length > 0;
  const noted = hasOthers
    ? 'Nodes can start in other subnets of its EC2NodeClass while those have addresses; give the VPC another block before they are full too'
    : 'Which nodes need it is not known: see who uses it before you give the VPC another block';
  return {
    severity: isShutOut ? 'warning' : 'info',
    subject: clusterSubject(ctx.cluster),
    title: `Subnet ${subnetId}${placeOf(ledger)} has no address left${
      isShutOut
        ? `: no further node of ${pools.join(', ')} can start in this zone`
        : ''
    }`,
    evidence: [heldIn(ledger)],
    remedy: [
      seeWhatIsLeft(ledger),
      {
        text: isShutOut
          ? `Give the EC2NodeClass another subnet in this zone. ${leaveZone}`
          : noted,
      },
    ],
    touches: [touch.subnet(subnetId)],
    key: subnetId,
  };
}

function draft(
  ctx: RuleContext,
  { ledger, left, lasts }: Drying,
  isLast: boolean,
): DraftFinding {
  const { subnetId } = ledger;
  const hours = Math.ceil(lasts / HOUR);
  return {
    severity: isLast ? 'warning' : 'info',
    subject: clusterSubject(ctx.cluster),
    title: `Subnet ${subnetId}${placeOf(
      ledger,
    )} has no address left within ${hours} h, if nodes go on as in the last days: at most ${left} are left`,
    evidence: [heldIn(ledger)],
    remedy: [
      seeWhatIsLeft(ledger),
      {
        text: 'Give the EC2NodeClass another subnet, or the VPC another block, before it is empty',
      },
    ],
    touches: [touch.subnet(subnetId)],
    key: subnetId,
  };
}
