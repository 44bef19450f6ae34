import { outlooksOfPools } from '@clusterworks/plugin-clusters-spec';
import { outlookFacts } from './outlookFacts';
import { outlookGrid } from './outlookGrid';

const outlooksOf = (...pools: object[]) => {
  const outlooks = outlooksOfPools(pools);
  if (!outlooks) {
    throw new Error('The pools have problems');
  }
  return outlooks;
};

const gpu = {
  name: 'gpu',
  preset: 'gpu',
  instanceFamilies: ['g5', 'p5'],
  limits: { cpu: '100', 'nvidia.com/gpu': '8' },
};

describe('what a pool may launch', () => {
  it('is not said of pools with problems', () => {
    expect(outlooksOfPools([{ name: 'x', preset: 'general', bad: 1 }])).toBe(
      undefined,
    );
  });

  it('has a row for each family that is named, and a column for each size', () => {
    const [first] = outlooksOf({ ...gpu, preferOnDemand: false });
    const { columns, rows } = outlookGrid(first);
    expect(rows.map(({ name }) => name)).toEqual(['g5', 'p5']);
    const [g5, p5] = rows.map(({ cells }) => cells);
    expect(columns.at(-1)).toBe('≥129');
    // p5.48xlarge has 192 vCPUs, and g5.48xlarge too.
    expect(p5.at(-1)).toMatchObject({
      state: 'none',
      excluded: ['p5.48xlarge'],
    });
    expect(g5[columns.indexOf('3–4')]).toEqual({
      ...{ state: 'free', launched: ['g5.xlarge'], excluded: [] },
    });
    expect(p5[columns.indexOf('3–4')]).toMatchObject({
      state: 'empty',
    });
  });

  it('counts many families by generation', () => {
    const [general] = outlooksOf({ name: 'general', preset: 'general' });
    const names = outlookGrid(general).rows.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['c6', 'm7', 'r8']));
    expect(names).not.toContain('m5');
    expect(names.length).toBeLessThanOrEqual(15);
  });

  it('names families, examples, the largest node and what limits exclude', () => {
    const [first] = outlooksOf({ ...gpu, preferOnDemand: false });
    const facts = outlookFacts(first);
    expect(facts.families).toContain('g5');
    expect(facts.largest).toMatchObject({ name: 'g5.24xlarge', vcpus: 96 });
    expect(facts.examples[0].vcpus).toBeLessThan(8);
    expect(facts.examples.at(-1)).toBe(facts.largest);
    expect(facts.excluded.map(({ limit }) => limit)).toContain('cpu 100');
    expect(facts.pods?.most).toBeLessThanOrEqual(110);
    // One more vCPU of limits than the largest node of both families has.
    const [wide] = outlooksOf({
      ...{ ...gpu, preferOnDemand: false },
      limits: { cpu: '193', 'nvidia.com/gpu': '8' },
    });
    expect(outlookFacts(wide).largest?.vcpus).toBe(192);
    expect(outlookFacts(wide).excluded).toEqual([]);
  });

  it('has the two NodePools of a pool that prefers on-demand, with its halves', () => {
    const outlooks = outlooksOf({
      ...gpu,
      instanceFamilies: ['g5'],
      preferOnDemand: true,
    });
    expect(
      outlooks.map(({ name, capacityTypes, weight, origin }) => ({
        ...{ name, capacityTypes, weight, origin },
      })),
    ).toEqual([
      {
        ...{ name: 'gpu', origin: 'gpu', weight: 20 },
        capacityTypes: ['on-demand'],
      },
      {
        ...{ name: 'gpu-spot', origin: 'gpu', weight: 10 },
        capacityTypes: ['spot'],
      },
    ]);
    expect(outlooks[0].limits['nvidia.com/gpu']).toBe('4');
  });

  it('has the pods that all pools of one NodeClass share', () => {
    const large = {
      ...{ name: 'large', preset: 'general', instanceFamilies: ['m7i'] },
      requirements: [
        {
          key: 'karpenter.k8s.aws/instance-size',
          operator: 'In',
          values: ['large'],
        },
      ],
    };
    const [alone] = outlooksOf(large);
    const [beside] = outlooksOf(large, { name: 'any', preset: 'general' });
    expect(outlookFacts(alone).pods?.most).toBe(28);
    // The density per core is that of the smallest type of both pools.
    expect(outlookFacts(beside).pods?.most).toBe(14);
  });
});
