import fc from 'fast-check';
import type { NodePoolFormValues } from '../form';
import { type NodePoolSpec, nodePoolSchema } from '../spec';
import { poolFromForm, poolToForm } from './poolForm';

const some = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined });
const words = (...all: string[]) =>
  fc.uniqueArray(fc.constantFrom(...all), { minLength: 1 });
const amount = fc.constantFrom('0', '1', '250m', '4000Gi');

/** A pool with any of its fields, shown in the editor or not. */
const anyPool = fc
  .record({
    name: fc.constantFrom('general', 'gpu', 'batch'),
    preset: some(fc.constantFrom('general', 'gpu', 'custom')),
    architectures: some(words('amd64', 'arm64')),
    instanceCategories: some(words('m', 'c', 'r')),
    instanceFamilies: some(words('g5', 'p5')),
    minGeneration: some(fc.integer({ min: 1, max: 9 })),
    capacityTypes: some(words('spot', 'on-demand')),
    preferOnDemand: some(fc.boolean()),
    limits: some(
      fc.dictionary(
        fc.constantFrom('cpu', 'memory', 'nodes', 'nvidia.com/gpu'),
        amount,
      ),
    ),
    consolidation: some(
      fc.constantFrom({}, { policy: 'WhenEmpty' }, { after: 'Never' }),
    ),
    budgets: some(fc.constantFrom([], [{ nodes: '0' }, { nodes: '10%' }])),
    requirements: some(fc.constantFrom([], [{ key: 'a', operator: 'Exists' }])),
    taints: some(fc.constantFrom([], [{ key: 'a', effect: 'NoSchedule' }])),
    labels: some(fc.constantFrom({}, { a: 'b' })),
    weight: some(fc.integer({ min: 1, max: 100 })),
    expireAfter: some(fc.constantFrom('Never', '24h')),
    terminationGracePeriod: some(fc.constant('48h')),
    amiFamily: some(fc.constantFrom('al2023', 'bottlerocket')),
    efa: some(fc.constant({ instanceType: 'p5.48xlarge' })),
    volume: some(fc.constantFrom({}, { size: '100Gi' })),
    kubelet: some(fc.constantFrom({}, { systemReserved: { cpu: '100m' } })),
  })
  .map(pool => JSON.parse(JSON.stringify(pool)) as NodePoolSpec);

const json = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('the editor of a pool', () => {
  it('is tested with every field of a pool', () => {
    const seen = fc.sample(anyPool, 300).flatMap(Object.keys);
    expect([...new Set(seen)].sort()).toEqual(
      Object.keys(nodePoolSchema.shape).sort(),
    );
  });

  it('gives back exactly the pool that it was opened with', () => {
    fc.assert(
      fc.property(anyPool, pool => {
        expect(poolFromForm(pool, poolToForm(pool))).toEqual(pool);
      }),
      { numRuns: 500 },
    );
  });

  it('takes over what was typed, and keeps the fields that it does not show', () => {
    const hidden = (pool: NodePoolSpec) => ({
      ...poolFromForm(pool, { preset: 'custom', name: 'x' }),
      limits: undefined,
    });
    fc.assert(
      fc.property(anyPool, anyPool, (pool, other) => {
        const form = poolToForm(other);
        const edited = poolFromForm(pool, form);
        expect(json(poolToForm(edited))).toEqual(json(form));
        expect(hidden(edited)).toEqual(hidden(pool));
        expect(edited.limits?.nodes).toBe(pool.limits?.nodes);
      }),
      { numRuns: 500 },
    );
  });

  it('names a new pool after its kind', () => {
    const form: NodePoolFormValues = { preset: 'gpu', cpuLimit: '64' };
    expect(poolFromForm(undefined, form)).toEqual({
      name: 'gpu',
      preset: 'gpu',
      limits: { cpu: '64' },
    });
  });
});
