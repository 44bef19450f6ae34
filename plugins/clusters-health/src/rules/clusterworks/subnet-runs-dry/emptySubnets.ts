import type { SubnetLedger } from '../../../model/addresses';
import {
  isRefused,
  nodeNetwork,
  subnetOf,
} from '../../../model/cilium/nodeNetwork';
import type { RuleContext } from '../../../rule/RuleContext';
import type { NodePoolFacts } from '../../../kinds';

/** A subnet of which every address is held by the cluster's own nodes. */
export interface EmptySubnet {
  ledger: SubnetLedger;
  /** NodePools that can start no node in its zone any more. */
  pools: string[];
  /** Whether each EC2NodeClass with this subnet was seen to have another one. */
  hasOthers: boolean;
}

/** Whether the cluster's own nodes hold every address. */
export const isEmpty = (ledger: SubnetLedger | undefined) =>
  ledger?.freeAtMost === 0;

/**
 * Subnets without a free address. The free addresses are an upper bound, so a
 * bound of zero is certain. A subnet whose nodes get no addresses is left out,
 * because each of these nodes is reported.
 */
export function emptySubnets(
  ctx: RuleContext,
  ledgers: ReadonlyMap<string, SubnetLedger>,
): EmptySubnet[] {
  const refusing = new Set(
    ctx
      .items('ciliumnodes')
      .filter(node => isRefused(nodeNetwork(node)))
      .map(subnetOf),
  );
  return [...ledgers.values()]
    .filter(ledger => isEmpty(ledger) && !refusing.has(ledger.subnetId))
    .map(ledger => ({
      ledger,
      pools: poolsShutOut(ctx, ledgers, ledger),
      hasOthers: hasOthers(ctx, ledgers, ledger),
    }));
}

/**
 * A subnet of a managed node group, or of interfaces for pods only, is in no
 * EC2NodeClass: then it is not known where else nodes can start.
 */
function hasOthers(
  ctx: RuleContext,
  ledgers: ReadonlyMap<string, SubnetLedger>,
  { subnetId }: SubnetLedger,
): boolean {
  const classes = ctx
    .items('ec2nodeclasses')
    .filter(({ subnets }) => subnets.some(({ id }) => id === subnetId));
  return (
    ctx.ok('ec2nodeclasses') &&
    ctx.ok('nodepools') &&
    classes.length > 0 &&
    classes.every(({ subnets }) =>
      subnets.some(({ id }) => !isEmpty(ledgers.get(id))),
    )
  );
}

function poolsShutOut(
  ctx: RuleContext,
  ledgers: ReadonlyMap<string, SubnetLedger>,
  { subnetId }: SubnetLedger,
): string[] {
  return ctx.index
    .ownPools()
    .filter(pool => {
      const nodeClass = ctx.index.classByName().get(pool.nodeClass.name ?? '');
      const own = nodeClass?.subnets.find(({ id }) => id === subnetId);
      const sameZone = nodeClass?.subnets.filter(
        ({ zone }) => zone === own?.zone,
      );
      return (
        own?.zone !== undefined &&
        wants(pool, own.zone) &&
        sameZone?.every(({ id }) => isEmpty(ledgers.get(id)))
      );
    })
    .map(({ name }) => name);
}

function wants({ requirements }: NodePoolFacts, zone: string): boolean {
  return requirements
    .filter(({ key }) => key === 'topology.kubernetes.io/zone')
    .every(
      ({ operator, values }) =>
        operator === 'Exists' ||
        (operator === 'NotIn' ? !values.includes(zone) : values.includes(zone)),
    );
}
