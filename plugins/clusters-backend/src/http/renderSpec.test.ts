import { renderSpec } from './renderSpec';

const spec = (parts: Record<string, unknown>) => ({
  apiVersion: 'clusterworks.dev/v1alpha1',
  kind: 'Cluster',
  metadata: { name: 'payments-dev', owner: 'group:default/payments' },
  spec: {
    environment: 'dev',
    region: 'eu-west-1',
    network: { vpcCidr: '10.40.0.0/16' },
    ...parts,
  },
});
const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

describe('renderSpec', () => {
  // Each of these kept the event loop busy for five seconds and more.
  it.each<[string, unknown]>([
    [
      '1,000 pools',
      spec({
        karpenter: { nodePools: many(1_000, index => ({ name: `p${index}` })) },
      }),
    ],
    [
      '20,000 zones',
      spec({
        network: {
          vpcCidr: '10.40.0.0/16',
          zones: many(20_000, index => `zone-${index}`),
        },
      }),
    ],
    [
      '8,000 unknown keys',
      spec(Object.fromEntries(many(8_000, index => [`key${index}`, 1]))),
    ],
    [
      'a limit of 100,000 digits',
      spec({
        karpenter: {
          nodePools: [{ name: 'x', limits: { cpu: '9'.repeat(100_000) } }],
        },
      }),
    ],
  ])('refuses %s within a blink', (_, input) => {
    const start = performance.now();
    expect(() => renderSpec(input, 0)).toThrow('The cluster spec has');
    expect(performance.now() - start).toBeLessThan(400);
  });
});
