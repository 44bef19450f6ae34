import type {
  ClusterMute,
  DocumentsResponse,
  WebhooksResponse,
} from '@clusterworks/plugin-clusters-common';

const documents: DocumentsResponse = {
  items: [
    {
      name: 'payments-prod',
      link: '/catalog/default/resource/payments-prod',
      verdict: 'critical',
      phase: 'running',
      headline: 'NodePool general is at its limit of 200 vCPU; 14 pods wait',
      versions: { kubernetes: '1.35.4', cilium: '1.19.9' },
      region: 'eu-west-1',
      environment: 'prod',
      owner: 'group:default/payments',
      findings: ['NodePool general is at its limit of 200 vCPU; 14 pods wait'],
    },
  ],
};

const webhooks: WebhooksResponse = {
  items: [
    {
      name: 'siem',
      waiting: 2,
      oldestWaitingAt: '2026-11-22T10:00:00.000Z',
      dead: 1,
      deadMessages: [
        {
          id: '3c6cf3a5-8f0f-4c0e-9b0e-6d3c2f1b7a10',
          cluster: 'payments-prod',
          createdAt: '2026-11-21T08:00:00.000Z',
          deadAt: '2026-11-22T09:10:00.000Z',
          attempts: 29,
          reason: 'answered 503',
        },
      ],
    },
  ],
};

/** A mute, as answers and requests show it. */
export const muteExample: ClusterMute = {
  finding: '5f6d0c1a',
  title: 'NodePool general is at its limit of 200 vCPU; 14 pods wait',
  reason: 'The limit is raised with the budget of December',
  by: 'user:default/dana',
  at: '2026-11-22T10:00:00.000Z',
  until: '2026-12-01T09:00:00.000Z',
};

/** Examples of the answers for other plugins and for operators. */
export const openApiServiceExamples = {
  DocumentsResponse: documents,
  WebhooksResponse: webhooks,
  RedeliverResponse: { redelivered: 1 },
  MutesResponse: { items: [muteExample], maxHours: 720 },
  ClusterMute: muteExample,
};
