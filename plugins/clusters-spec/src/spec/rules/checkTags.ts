import type { SpecRule } from '../PartialSpec';

/** Keys that Karpenter sets itself; the EC2NodeClass CRD refuses them. */
const reserved = [
  /^eks:eks-cluster-name$/,
  /^kubernetes\.io\/cluster/,
  /^karpenter\.sh\/(nodepool|nodeclaim)$/,
  /^karpenter\.k8s\.aws\/ec2nodeclass$/,
  /^karpenter\.sh\/discovery$/,
];

/**
 * Keys that differ from an earlier key by case only: IAM refuses a role with
 * both.
 */
function sameButCase(keys: readonly string[]): [key: string, other: string][] {
  const seen = new Map<string, string>();
  return keys.flatMap((key): [string, string][] => {
    const lower = key.toLowerCase();
    const other = seen.get(lower);
    seen.set(lower, other ?? key);
    return other === undefined ? [] : [[key, other]];
  });
}

/**
 * Tags that would break discovery, or that Karpenter or IAM refuse (IAM user
 * guide, "Rules for tagging in IAM": keys of roles are not case-sensitive).
 */
export const checkTags: SpecRule = spec => {
  const keys = Object.keys(spec.spec?.tags ?? {});
  return [
    ...keys
      .filter(key => reserved.some(each => each.test(key)))
      .map(key => ({
        path: ['spec', 'tags', key],
        message: 'is set by Karpenter and the blueprint; choose another key',
      })),
    ...sameButCase(keys).map(([key, other]) => ({
      path: ['spec', 'tags', key],
      message: `differs from "${other}" by case only, which IAM takes for the same key`,
    })),
  ];
};
