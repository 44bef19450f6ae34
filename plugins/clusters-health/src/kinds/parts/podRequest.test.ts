import { pod } from '../pod';

const asks = (cpu: string, extra: object = {}) => ({
  resources: { requests: { cpu } },
  ...extra,
});
const sidecar = { restartPolicy: 'Always' };

it.each([
  ['containers add up', { containers: [asks('100m'), asks('200m')] }, 0.3],
  [
    'an init container that asks for more',
    { initContainers: [asks('1')], containers: [asks('200m')] },
    1,
  ],
  [
    'an init container that asks for less',
    { initContainers: [asks('100m')], containers: [asks('200m')] },
    0.2,
  ],
  [
    'a sidecar counts like a container',
    { initContainers: [asks('100m', sidecar)], containers: [asks('200m')] },
    0.3,
  ],
  [
    'an init container beside the sidecars before it',
    {
      initContainers: [asks('500m', sidecar), asks('1')],
      containers: [asks('200m')],
    },
    1.5,
  ],
  [
    'a request of the pod as a whole',
    { ...asks('2'), containers: [asks('200m')] },
    2,
  ],
  [
    'the overhead is added',
    { overhead: { cpu: '250m' }, containers: [asks('200m')] },
    0.45,
  ],
  ['no request', { containers: [{}] }, 0],
])('%s', (_what, spec, cpu) => {
  const facts = pod.project({ metadata: { name: 'web' }, spec });
  expect(facts?.cpu).toBeCloseTo(cpu, 9);
});
