import {
  type Assessment,
  type Check,
  consequencesOf,
  type Finding,
  leadingFinding,
  rootFindings,
  subjectsOf,
} from '@clusterworks/plugin-clusters-common';

/** A part of a cluster that has a tab of its own. */
export type Area = 'karpenter' | 'cilium';

/** Rules about more than one part belong to each of them. */
const CODES: Record<Area, RegExp> = {
  karpenter:
    /^(karpenter\/|clusterworks\/(karpenter-|nodeclasses-|nodepools-|pods-waiting$|pool-outgrows-subnets$))/,
  cilium:
    /^(cilium\/|clusterworks\/(cilium-|subnet-runs-dry$|pool-outgrows-subnets$))/,
};
const KINDS: Record<Area, readonly string[]> = {
  karpenter: ['NodePool', 'NodeClaim', 'EC2NodeClass'],
  cilium: ['CiliumNode', 'CiliumEndpoint'],
};

/** What is known of one part of a cluster. */
export type AreaState = {
  /** What is wrong first; absent when nothing is. */
  leading: Finding | undefined;
  /** The other findings, without those that follow from another one. */
  others: Finding[];
  checks: Check[];
};

function concerns(finding: Finding, area: Area): boolean {
  return (
    CODES[area].test(finding.code) ||
    subjectsOf(finding).listed.some(({ kind }) => KINDS[area].includes(kind))
  );
}

/**
 * The findings and checks of one part of a cluster. A root elsewhere counts
 * when one of its consequences is in this part: it is what has to be mended.
 */
export function areaOf(
  { findings, checks }: Pick<Assessment, 'findings' | 'checks'>,
  area: Area,
): AreaState {
  const roots = rootFindings(findings).filter(root =>
    [root, ...consequencesOf(root, findings)].some(one => concerns(one, area)),
  );
  const leading = leadingFinding(roots);
  return {
    leading,
    others: roots.filter(root => root !== leading),
    checks: checks.filter(
      ({ code, state }) => CODES[area].test(code) && state !== 'notApplicable',
    ),
  };
}
