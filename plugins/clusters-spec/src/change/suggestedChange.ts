import type { ClusterSpec } from '../spec';
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
 * Operations whose form resolves a finding. `upgrade` shows the way itself.
 */
const operations = {
  'karpenter/P3': 'pool',
  'karpenter/N3': 'images',
  'karpenter/C4': 'upgrade',
} as const;

/**
 * The operation whose form resolves a finding; undefined when its remedy is no
 * change of the spec.
 *
 * @public
 */
export function operationForFinding({
  code,
}: Pick<FindingToChange, 'code'>): 'pool' | 'images' | 'upgrade' | undefined {
  return Object.hasOwn(operations, code)
    ? operations[code as keyof typeof operations]
    : undefined;
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
      return withHigherLimit(finding, spec);
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
    : {
        ...spec,
        spec: {
          ...spec.spec,
          karpenter: {
            ...spec.spec.karpenter,
            nodePools: pools.map(each =>
              each === pool
                ? {
                    ...pool,
                    limits: {
                      ...limits,
                      [resource]: higher,
                    } as typeof pool.limits,
                  }
                : each,
            ),
          },
        },
      };
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
