import type { ClusterDocument } from '@clusterworks/plugin-clusters-common';
import { searchDocumentOf } from './searchDocumentOf';

const cluster: ClusterDocument = {
  name: 'payments-prod',
  link: '/catalog/default/resource/payments-prod',
  headline: 'No problems found',
  versions: {},
  findings: [],
};

describe('searchDocumentOf', () => {
  it('leads to the page of the cluster, for those who may read it', () => {
    expect(searchDocumentOf(cluster)).toMatchObject({
      title: 'payments-prod',
      location: '/catalog/default/resource/payments-prod#health',
      authorization: { resourceRef: 'payments-prod' },
    });
  });

  it('keeps the verdict as a word of its own, for a mark', () => {
    expect(searchDocumentOf({ ...cluster, verdict: 'critical' })).toMatchObject(
      {
        verdict: 'critical',
      },
    );
    expect(searchDocumentOf(cluster)).not.toHaveProperty('verdict');
  });

  it.each<[string, Partial<ClusterDocument>, string]>([
    [
      'everything',
      {
        ...{ verdict: 'critical', phase: 'draining', environment: 'prod' },
        ...{ region: 'eu-west-1', owner: 'group:default/payments' },
        system: 'system:default/checkout',
        headline: 'No new node can start: the subnets are full',
        versions: { kubernetes: '1.35.4', karpenter: '1.14.3', cilium: '1.19' },
        findings: [
          'No new node can start: the subnets are full',
          'Two pods wait.',
        ],
      },
      'Critical: No new node can start: the subnets are full. Kubernetes cluster (draining), environment prod, region eu-west-1, owner payments, system checkout. Kubernetes 1.35.4, Karpenter 1.14.3, Cilium 1.19. Two pods wait.',
    ],
    [
      'a cluster that was never judged',
      {},
      'Unknown: No problems found. Kubernetes cluster.',
    ],
    [
      'an owner that is no reference',
      { owner: 'group:' },
      'Unknown: No problems found. Kubernetes cluster, owner group:.',
    ],
    [
      'only one version',
      { verdict: 'healthy', phase: 'running', versions: { cilium: '1.19.9' } },
      'Healthy: No problems found. Kubernetes cluster. Cilium 1.19.9.',
    ],
  ])('says %s', (_what, change, text) => {
    expect(searchDocumentOf({ ...cluster, ...change }).text).toBe(text);
  });
});
