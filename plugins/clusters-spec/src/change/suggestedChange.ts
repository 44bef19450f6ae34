import { type ClusterSpec, type NodePoolSpec, SPOT_SUFFIX } from '../spec';
import { newestImageRelease } from '../versions';

/**
 * What a suggestion reads of a finding.
 *
 * @public
 */
export type FindingToChange = {
  code: string;
  subject: { kind: string; name: string };
  evidence: readonly { path: string; value: string }[];
};

/**
 * Operations whose form resolves a finding. `upgrade` shows the way itself;
 * `edit` gets a further range of addresses, see `addAddressRange`.
 */
const operations = {
  'karpenter/P3': 'pool',
  'karpenter/P6': 'pool',
  'karpenter/N3': 'images',
  'karpenter/C4': 'upgrade',
  'clusterworks/subnet-runs-dry': 'edit',
  'clusterworks/pool-outgrows-subnets': 'edit',
} as const;

/**
 * The operation whose form resolves a finding; undefined when its remedy is no
 * change of the spec. A budget of a window ends by itself.
 *
 * @public
 */
export function operationForFinding({
  code,
  evidence = [],
}: Pick<FindingToChange, 'code'> & Partial<FindingToChange>):
  | 'pool'
  | 'images'
  | 'upgrade'
  | 'edit'
  | undefined {
  if (
    !Object.hasOwn(operations, code) ||
    (code === 'karpenter/P6' && !evidence.some(isLastingBudget))
  ) {
    return undefined;
  }
  return operations[code as keyof typeof operations];
}

function isLastingBudget({ path, value }: FindingToChange['evidence'][number]) {
  return path === 'spec.disruption.budgets' && !value.includes('"schedule"');
}

/**
 * The spec with the value that would resolve a finding; undefined when no value
 * follows from it. A person decides: the form shows it as a suggestion.
 *
 * @public
 */
export function suggestedChange(
  finding: FindingToChange,
  spec: ClusterSpec,
): ClusterSpec | undefined {
  switch (operationForFinding(finding)) {
    case 'pool':
      return finding.code === 'karpenter/P6'
        ? withRoomInBudgets(finding, spec)
        : withHigherLimit(finding, spec);
    case 'images':
      return withImages(spec);
    default:
      return undefined;
  }
}

const LIMIT = /^spec\.limits\.(.+)$/;

/** Half of the limit more, in the units that it is written in. */
function withHigherLimit(
  { subject, evidence }: FindingToChange,
  spec: ClusterSpec,
): ClusterSpec | undefined {
  const resource = evidence
    .map(({ path }) => LIMIT.exec(path)?.[1])
    .find(found => found !== undefined);
  const pools = spec.spec.karpenter?.nodePools ?? [];
  const pool = pools.find(({ name }) => name === subject.name);
  const limits: Record<string, string | undefined> = { ...pool?.limits };
  const limit =
    resource !== undefined && Object.hasOwn(limits, resource)
      ? limits[resource]
      : undefined;
  if (subject.kind !== 'NodePool' || !pool || !resource || !limit) {
    return undefined;
  }
  const higher = raised(limit);
  return higher === undefined
    ? undefined
    : withPool(spec, pool, {
        limits: { ...limits, [resource]: higher } as typeof pool.limits,
      });
}

function withPool(
  spec: ClusterSpec,
  pool: NodePoolSpec,
  change: Partial<NodePoolSpec>,
): ClusterSpec {
  const { karpenter } = spec.spec;
  return {
    ...spec,
    spec: {
      ...spec.spec,
      karpenter: {
        ...karpenter,
        nodePools: karpenter?.nodePools?.map(each =>
          each === pool ? { ...pool, ...change } : each,
        ),
      },
    },
  };
}

/** What a pool without budgets of its own has. */
const DEFAULT_BUDGET = '10%';

/**
 * Budgets of nothing that have no end allow as much as the default does. A
 * freeze has a form of its own.
 */
function withRoomInBudgets(
  { subject }: FindingToChange,
  spec: ClusterSpec,
): ClusterSpec | undefined {
  const pool = spec.spec.karpenter?.nodePools?.find(({ name }) =>
    [name, `${name}${SPOT_SUFFIX}`].includes(subject.name),
  );
  const isStuck = ({ nodes, schedule }: { nodes: string; schedule?: string }) =>
    schedule === undefined && /^0%?$/.test(nodes);
  return subject.kind === 'NodePool' && pool?.budgets?.some(isStuck)
    ? withPool(spec, pool, {
        budgets: pool.budgets.map(budget =>
          isStuck(budget) ? { ...budget, nodes: DEFAULT_BUDGET } : budget,
        ),
      })
    : undefined;
}

/** `100` to `150`, `400Gi` to `600Gi`; undefined for a limit of 0. */
function raised(limit: string): string | undefined {
  const [, digits = '', unit = ''] =
    /^(\d{1,12})([A-Za-z]*)$/.exec(limit) ?? [];
  const amount = Number(digits);
  return amount > 0 ? `${Math.ceil(amount * 1.5)}${unit}` : undefined;
}

function withImages(spec: ClusterSpec): ClusterSpec | undefined {
  const { karpenter } = spec.spec;
  const { release } = newestImageRelease;
  return karpenter?.amiRelease === release
    ? undefined
    : {
        ...spec,
        spec: {
          ...spec.spec,
          karpenter: { ...karpenter, amiRelease: release },
        },
      };
}
