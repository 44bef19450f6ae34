import { parseClusterSpec } from '../spec';
import { newestImageRelease } from '../versions';
import { operationForFinding, suggestedChange } from './suggestedChange';

const spec = (karpenter: object) =>
  parseClusterSpec({
    apiVersion: 'clusterworks.dev/v1alpha1',
    kind: 'Cluster',
    metadata: { name: 'payments-dev', owner: 'group:default/payments' },
    spec: {
      environment: 'dev',
      region: 'eu-west-1',
      network: { vpcCidr: '10.40.0.0/16' },
      karpenter,
    },
  });
const pools = [
  { name: 'general', limits: { cpu: '100', memory: '401Gi' }, weight: 7 },
  { name: 'batch', limits: { cpu: '0' } },
];
const limitOf = (name: string, resource: string, kind = 'NodePool') => ({
  code: 'karpenter/P3',
  subject: { kind, name },
  evidence: [
    { path: `spec.limits.${resource}`, value: '1' },
    { path: `status.resources.${resource}`, value: '1' },
  ],
});

describe('suggestedChange', () => {
  it.each([
    ['cpu', { cpu: '150', memory: '401Gi' }],
    ['memory', { cpu: '100', memory: '602Gi' }],
  ])('raises the limit of %s by half, and nothing else', (resource, limits) => {
    const before = spec({ nodePools: pools });
    const after = suggestedChange(limitOf('general', resource), before);
    expect(after).toEqual(
      spec({ nodePools: [{ ...pools[0], limits }, pools[1]] }),
    );
  });

  it.each([
    ['a pool that is turned off', limitOf('batch', 'cpu')],
    ['a pool that the spec does not name', limitOf('gpu-spot', 'cpu')],
    ['a resource without a limit', limitOf('general', 'nvidia.com/gpu')],
    ['another kind of object', limitOf('general', 'cpu', 'Node')],
    ['no evidence', { ...limitOf('general', 'cpu'), evidence: [] }],
    ['a limit with a forged name', limitOf('general', '__proto__')],
    ['another finding', { ...limitOf('general', 'cpu'), code: 'cilium/D07' }],
    ['an upgrade', { ...limitOf('general', 'cpu'), code: 'karpenter/C4' }],
  ])('suggests no value for %s', (_, finding) => {
    expect(
      suggestedChange(finding, spec({ nodePools: pools })),
    ).toBeUndefined();
  });

  it('takes the newest images, unless they are there', () => {
    const finding = { ...limitOf('general', 'cpu'), code: 'karpenter/N3' };
    const { release } = newestImageRelease;
    expect(suggestedChange(finding, spec({ amiRelease: 'v20260101' }))).toEqual(
      spec({ amiRelease: release }),
    );
    expect(
      suggestedChange(finding, spec({ amiRelease: release })),
    ).toBeUndefined();
  });

  const blocked = (budget: object, name = 'general') => ({
    code: 'karpenter/P6',
    subject: { kind: 'NodePool', name },
    evidence: [
      { path: 'spec.disruption.budgets', value: JSON.stringify(budget) },
    ],
  });
  const night = { nodes: '0', schedule: '0 0 * * *', duration: '8h' };
  const budgets = [{ nodes: '0', reasons: ['Drifted' as const] }, night];

  it('opens a budget of nothing that has no end, and no window', () => {
    const pool = { name: 'general', preferOnDemand: true, budgets };
    const before = spec({ nodePools: [pool, pools[1]] });
    const after = spec({
      nodePools: [
        { ...pool, budgets: [{ ...budgets[0], nodes: '10%' }, night] },
        pools[1],
      ],
    });
    for (const name of ['general', 'general-spot']) {
      expect(suggestedChange(blocked(budgets[0], name), before)).toEqual(after);
    }
    expect(suggestedChange(blocked(night), before)).toBeUndefined();
    expect(suggestedChange(blocked(budgets[0], 'gpu'), before)).toBeUndefined();
    // A freeze, or a budget that is not in git.
    expect(
      suggestedChange(blocked(budgets[0]), spec({ nodePools: pools })),
    ).toBeUndefined();
  });

  it('offers no form for a budget that ends by itself', () => {
    expect(operationForFinding(blocked(budgets[0]))).toBe('pool');
    expect(operationForFinding(blocked(night))).toBeUndefined();
  });

  it.each([
    ['karpenter/P3', 'pool'],
    ['karpenter/N3', 'images'],
    ['karpenter/C4', 'upgrade'],
    ['karpenter/L4', undefined],
    ['constructor', undefined],
  ])('opens the form of the operation: %s', (code, operation) => {
    expect(operationForFinding({ code })).toBe(operation);
  });
});
