import type {
  Wave,
  WavePlan,
  WaveRequest,
  WavesResponse,
} from '@clusterworks/plugin-clusters-common';

/** An example of what a wave is planned and started with. */
export const exampleWaveRequest: WaveRequest = {
  change: { what: 'kubernetes', to: '1.36' },
  filter: 'kubernetes:1.35',
  atOnce: 5,
  settleMinutes: 30,
};

const plan: WavePlan = {
  stages: [
    { environment: 'dev', clusters: ['payments-dev', 'search-dev'] },
    { environment: 'prod', clusters: ['payments-prod'] },
  ],
  leftOut: [{ cluster: 'legacy', why: 'notOurs' }],
  opensBy: 'app',
};

const wave: Wave = {
  id: '6f1b2c9e-5c0f-4c76-9a3e-0d6f3f0c1a52',
  change: { what: 'kubernetes', to: '1.36' },
  status: 'halted',
  since: '2026-11-22T11:20:15.000Z',
  startedBy: 'user:default/jane',
  startedAt: '2026-11-22T10:00:00.000Z',
  opensBy: 'app',
  atOnce: 5,
  settleMinutes: 30,
  acceptDegraded: false,
  filter: 'kubernetes:1.35',
  halt: { reason: 'critical', cluster: 'search-dev' },
  steps: [
    {
      cluster: 'payments-dev',
      entityRef: 'resource:default/payments-dev',
      environment: 'dev',
      stage: 0,
      state: 'done',
      since: '2026-11-22T11:10:00.000Z',
      verdict: 'healthy',
      pull: {
        number: 41,
        url: 'https://github.com/acme/platform/pull/41',
        title: 'Upgrade cluster payments-dev (dev)',
      },
    },
    {
      cluster: 'search-dev',
      entityRef: 'resource:default/search-dev',
      environment: 'dev',
      stage: 0,
      state: 'applying',
      since: '2026-11-22T11:00:00.000Z',
      verdict: 'critical',
      pull: {
        number: 42,
        url: 'https://github.com/acme/platform/pull/42',
        title: 'Upgrade cluster search-dev (dev)',
      },
    },
    {
      cluster: 'payments-prod',
      entityRef: 'resource:default/payments-prod',
      environment: 'prod',
      stage: 1,
      state: 'waiting',
      since: '2026-11-22T10:00:00.000Z',
      verdict: 'healthy',
    },
  ],
  hidden: 0,
  log: [
    {
      at: '2026-11-22T11:20:15.000Z',
      event: 'halted.critical',
      cluster: 'search-dev',
    },
    {
      at: '2026-11-22T10:00:00.000Z',
      event: 'started',
      by: 'user:default/jane',
    },
  ],
  commands: ['resume', 'stop'],
};

const waves: WavesResponse = { items: [wave] };

/** Examples of the answers about waves. */
export const openApiWaveExamples = {
  Wave: wave,
  WavePlan: plan,
  WavesResponse: waves,
};
