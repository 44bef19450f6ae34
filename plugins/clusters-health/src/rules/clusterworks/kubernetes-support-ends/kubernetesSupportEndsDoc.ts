import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule kubernetesSupportEnds. */
export const kubernetesSupportEndsDoc: CataloguedDoc = {
  title: 'Support of the Kubernetes version ends',
  means:
    'After standard support a control plane costs six times as much per hour. After extended support EKS upgrades it by itself, whether Karpenter, Cilium and workloads are ready for it or not.',
  foundBy:
    "The version that the API server gives, and EKS's calendar as of the day of our release: a note within 90 days of the end of standard support and from then on; within 30 days of the end of extended support it says that the upgrade comes by itself. Never a warning: an upgrade need not cause a fault.",
  whom: 'Clusters of EKS, by the version of their API server.',
  waits: 'From 90 days before the end: an upgrade takes planning.',
  cannotSee:
    "Dates that AWS moved after our release, and whether the cluster's policy declines extended support: then the upgrade comes at the end of standard support.",
  lookAlikes: 'Clusters that are not of EKS: nobody upgrades those.',
  todo: [
    'See which versions of Karpenter and Cilium the next Kubernetes version needs.',
    'Upgrade by one minor version at a time, before the day.',
  ],
  source:
    'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html',
};
