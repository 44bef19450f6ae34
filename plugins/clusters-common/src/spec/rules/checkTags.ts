import { SpecRule } from '../PartialSpec';

/** Keys that Karpenter sets itself; the EC2NodeClass CRD refuses them. */
const reserved = [
  /^eks:eks-cluster-name$/,
  /^kubernetes\.io\/cluster/,
  /^karpenter\.sh\/(nodepool|nodeclaim)$/,
  /^karpenter\.k8s\.aws\/ec2nodeclass$/,
  /^karpenter\.sh\/discovery$/,
];

/** Tags that would break discovery or are refused by Karpenter. */
export const checkTags: SpecRule = spec =>
  Object.keys(spec.spec?.tags ?? {})
    .filter(key => reserved.some(each => each.test(key)))
    .map(key => ({
      path: ['spec', 'tags', key],
      message: 'is set by Karpenter and the blueprint; choose another key',
    }));
