import { standardCluster, type CaseCluster } from '../../world';
import { ago } from '@clusterworks/kube-fixtures';
import { fault } from '../Case';

function failing(
  cluster: CaseCluster,
  kinds: readonly ('nodepools' | 'nodeclaims' | 'ec2nodeclasses')[],
  message: string,
): CaseCluster {
  kinds.forEach(kind => cluster.deny(kind, 'unreachable', message));
  return cluster;
}

/** The API server cannot serve NodeClaims, beside a silent node. */
export const claimsCannotBeServed = fault({
  name: 'claims-cannot-be-served',
  source: 'https://etcd.io/docs/v3.5/op-guide/maintenance/',
  why: 'The API server answers 500 for NodeClaims and NodePools ("etcdserver: mvcc: database space exceeded"), and one node is silent. The first is the headline of the page, the warning comes after it; the verdict is at least degraded.',
  verdict: 'degraded',
  verdictAlso: ['critical', 'unknown'],
  root: ['clusterworks/node-not-ready'],
  rootsMax: 1,
  mistakenFor: ['karpenter/C9', 'karpenter/L13', 'karpenter/P2'],
  notPass: ['karpenter/P1', 'karpenter/L2', 'karpenter/L13'],
  build: () => {
    const cluster = standardCluster();
    cluster.machine('system-3', {
      pool: null,
      createdAt: ago('20d'),
      node: { silentSince: ago('8m') },
    });
    return failing(
      cluster,
      ['nodepools', 'nodeclaims'],
      'etcdserver: mvcc: database space exceeded',
    );
  },
});

/** The conversion of all three kinds fails, with leftovers of v1beta1. */
export const conversionOfClassesFails = fault({
  name: 'conversion-of-classes-fails',
  source: 'https://karpenter.sh/v1.0/upgrading/v1-migration/',
  why: 'The definition of EC2NodeClasses still converts through a webhook whose Service is gone: they cannot be read. Pools and claims can. The definition is the cause.',
  verdict: 'critical',
  root: ['karpenter/C6'],
  rootsMax: 1,
  mistakenFor: ['karpenter/C9', 'karpenter/P2', 'karpenter/N1'],
  says: ['conversion|webhook|converts'],
  firstRemedyNot: ['storedVersions', 'stored versions'],
  build: () => {
    const cluster = standardCluster();
    cluster.edit(
      'CustomResourceDefinition',
      'ec2nodeclasses.karpenter.k8s.aws',
      {
        spec: {
          conversion: {
            strategy: 'Webhook',
            webhook: {
              clientConfig: {
                service: { name: 'karpenter', namespace: 'karpenter' },
              },
            },
          },
        },
        status: { storedVersions: ['v1beta1', 'v1'] },
      },
    );
    return failing(
      cluster,
      ['ec2nodeclasses'],
      'conversion webhook for karpenter.k8s.aws/v1beta1, Kind=EC2NodeClass failed: service "karpenter" not found',
    );
  },
});
