import type {
  DriftReason,
  NodeClaimView,
} from '@clusterworks/plugin-clusters-common';
import { compareMinors, minorOf } from '@clusterworks/plugin-clusters-spec';
import { kinds, type NodePoolFacts } from '../../kinds';
import { hashedDifferences } from './hashedFields';
import { type KarpenterManifest, valueIn } from './KarpenterManifest';
import { changedRequirements, meetsPool } from './meetsPool';

/**
 * The Karpenter objects and versions of a cluster as git has them.
 *
 * @public
 */
export type KarpenterInGit = {
  manifests: readonly KarpenterManifest[];
  versions: { kubernetes: string; karpenter: string };
  /** RFC 3339, when a freeze of disruption should end. */
  frozenUntil?: string;
};

/** What one difference means for a NodeClaim. */
type Effect = 'drifts' | 'stays' | { unknown: string };

/** One difference that may replace nodes. */
export type DriftRule = {
  reason: DriftReason;
  /** `NodePool/general`. */
  object: string;
  fields: string[];
  /** The effect on a NodeClaim. */
  effect(claim: NodeClaimView): Effect;
};

/** The first version of Karpenter that hashes the CA bundle of the cluster. */
const CA_BUNDLE_LINE = '1.12';

/** The differences between two states of git that may replace nodes. */
export function driftRules(
  before: KarpenterInGit,
  after: KarpenterInGit,
): DriftRule[] {
  const both = before.manifests.flatMap(was => {
    const is = after.manifests.find(
      each =>
        each.kind === was.kind && each.metadata.name === was.metadata.name,
    );
    return is ? [{ was, is }] : [];
  });
  const classes = classOfPool(before.manifests);
  return [
    ...both.flatMap(({ was, is }) =>
      was.kind === 'NodePool'
        ? poolRules(was, is)
        : classRules(was, is, classes),
    ),
    ...versionRules(before, after),
  ];
}

/** Name of the EC2NodeClass of each NodePool. */
function classOfPool(
  manifests: readonly KarpenterManifest[],
): Map<string, unknown> {
  return new Map(
    manifests
      .filter(({ kind }) => kind === 'NodePool')
      .map(({ metadata, spec }) => [
        metadata.name,
        valueIn(spec, ['template', 'spec', 'nodeClassRef', 'name']),
      ]),
  );
}

/** The facts of a NodePool in git. */
export function poolFacts(
  manifest: KarpenterManifest,
): NodePoolFacts | undefined {
  return kinds.nodepools.project(manifest);
}

function poolRules(was: KarpenterManifest, is: KarpenterManifest): DriftRule[] {
  const { name } = was.metadata;
  const object = `NodePool/${name}`;
  const isOf = ({ nodePool }: NodeClaimView) => nodePool === name;
  const rules: DriftRule[] = [];
  const fields = hashedDifferences(was, is);
  if (fields.length > 0) {
    rules.push({
      ...{ reason: 'NodePoolDrifted', object, fields },
      effect: claim => (isOf(claim) ? 'drifts' : 'stays'),
    });
  }
  const [before, after] = [poolFacts(was), poolFacts(is)];
  const keys = before && after ? changedRequirements(before, after) : [];
  if (before && after && keys.length > 0) {
    rules.push({
      reason: 'RequirementsDrifted',
      object,
      fields: keys.map(key => `template.spec.requirements[${key}]`),
      effect(claim) {
        const met = isOf(claim) ? meetsPool(claim, before, after, keys) : true;
        if (met === undefined) {
          return {
            unknown: `the labels of NodeClaims for ${keys.join(
              ', ',
            )} are not read`,
          };
        }
        return met ? 'stays' : 'drifts';
      },
    });
  }
  return rules;
}

/** Selectors of an EC2NodeClass: what they find is known only in AWS. */
const selectors = [
  ['subnetSelectorTerms', 'SubnetDrift'],
  ['securityGroupSelectorTerms', 'SecurityGroupDrift'],
] as const;

function classRules(
  was: KarpenterManifest,
  is: KarpenterManifest,
  classes: ReadonlyMap<string, unknown>,
): DriftRule[] {
  const { name } = was.metadata;
  const object = `EC2NodeClass/${name}`;
  const rule = (
    reason: DriftReason,
    fields: string[],
    effect: Effect,
  ): DriftRule => ({
    ...{ reason, object, fields },
    effect: ({ nodeClass, nodePool }) =>
      (nodeClass ?? classes.get(nodePool ?? '')) === name ? effect : 'stays',
  });
  const differs = (field: string) =>
    JSON.stringify(valueIn(was.spec, [field])) !==
    JSON.stringify(valueIn(is.spec, [field]));
  const fields = hashedDifferences(was, is);
  return [
    ...(fields.length > 0 ? [rule('NodeClassDrift', fields, 'drifts')] : []),
    ...(differs('amiSelectorTerms')
      ? [
          rule(
            'AMIDrift',
            ['amiSelectorTerms'],
            isPinned(was) && isPinned(is)
              ? 'drifts'
              : {
                  unknown:
                    'which image the alias or selector finds is not known here',
                },
          ),
        ]
      : []),
    ...selectors
      .filter(([field]) => differs(field))
      .map(([field, reason]) =>
        rule(reason, [field], {
          unknown: 'what the selector finds is known only in AWS',
        }),
      ),
  ];
}

/** Whether the images are those of one release, `al2023@v20261112`. */
function isPinned({ spec }: KarpenterManifest): boolean {
  const terms = valueIn(spec, ['amiSelectorTerms']);
  const alias =
    Array.isArray(terms) && terms.length === 1
      ? valueIn(terms[0], ['alias'])
      : undefined;
  return (
    typeof alias === 'string' && /@/.test(alias) && !alias.endsWith('@latest')
  );
}

function versionRules(
  { versions: before }: KarpenterInGit,
  { versions: after }: KarpenterInGit,
): DriftRule[] {
  const rules: DriftRule[] = [];
  if (minorOf(before.kubernetes) !== minorOf(after.kubernetes)) {
    // An alias finds other images for each minor of Kubernetes.
    rules.push({
      reason: 'AMIDrift',
      object: 'Kubernetes',
      fields: [`${before.kubernetes} → ${after.kubernetes}`],
      effect: () => 'drifts',
    });
  }
  const crosses =
    compareMinors(before.karpenter, CA_BUNDLE_LINE) < 0 &&
    compareMinors(after.karpenter, CA_BUNDLE_LINE) >= 0;
  if (crosses) {
    rules.push({
      reason: 'NodeClassDrift',
      object: 'Karpenter',
      fields: [`${before.karpenter} → ${after.karpenter}`],
      effect: () => 'drifts',
    });
  }
  return rules;
}
