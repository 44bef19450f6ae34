import { joinSplitPools } from './splitPools';

const onDemand = {
  name: 'web',
  capacityTypes: ['on-demand' as const],
  weight: 20,
  limits: { cpu: '51', memory: '1536Mi' },
};
const spot = {
  name: 'web-spot',
  capacityTypes: ['spot' as const],
  weight: 10,
  limits: { cpu: '50', memory: '1536Mi' },
};

describe('joinSplitPools', () => {
  it('joins on-demand and its fallback with the limits of both', () => {
    expect(joinSplitPools([spot, onDemand])).toEqual([
      {
        name: 'web',
        preferOnDemand: true,
        limits: { cpu: '101', memory: '3Gi' },
      },
    ]);
  });

  it.each<[string, object, object]>([
    ['other weights', {}, { weight: 11 }],
    ['no weights', { weight: undefined }, { weight: undefined }],
    ['other taints', {}, { taints: [{ key: 'a', effect: 'NoSchedule' }] }],
    ['limits that are no halves', {}, { limits: { cpu: '51' } }],
    ['limits of other shares', {}, { limits: { cpu: '40', memory: '1536Mi' } }],
    ['both capacity types', { capacityTypes: ['spot', 'on-demand'] }, {}],
    ['another name', {}, { name: 'web-fallback' }],
  ])('leaves pools with %s apart', (_name, first, second) => {
    const pools = [
      { ...onDemand, ...first },
      { ...spot, ...second },
    ];
    expect(joinSplitPools(pools)).toEqual(pools);
  });
});
