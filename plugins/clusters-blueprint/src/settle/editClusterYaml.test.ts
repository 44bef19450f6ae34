import {
  collectClusterSpecIssues,
  parseClusterSpecYaml,
} from '@clusterworks/plugin-clusters-spec';
import fc from 'fast-check';
import { anySpec } from '../__testUtils__/anySpec';
import { toYaml } from '../yaml/toYaml';
import { editClusterYaml } from './editClusterYaml';

const source = `# Payments: ask in #payments before you change this.
apiVersion: clusterworks.dev/v1alpha1
kind: Cluster
metadata:
  name: payments-dev # as in the bill
  owner: group:default/payments
spec:
  environment: dev
  region: eu-west-1
  network: { vpcCidr: 10.40.0.0/16 }
  karpenter:
    nodePools:
      # For everything
      - name: general
        limits: { cpu: "100" } # agreed with finance
      # For models
      - name: gpu
        preset: gpu
`;

const lines = (text: string) => text.split('\n');

describe('editClusterYaml', () => {
  it('changes only the lines of values that change', () => {
    const spec = parseClusterSpecYaml(source);
    const pools = spec.spec.karpenter?.nodePools ?? [];
    pools[1].limits = { cpu: '64' };
    spec.spec.cilium = { hubble: false };
    const text = editClusterYaml(source, spec);
    expect(lines(text).filter(line => !lines(source).includes(line))).toEqual([
      '        limits:',
      '          cpu: "64"',
      '  cilium:',
      '    hubble: false',
    ]);
    expect(lines(source).filter(line => !lines(text).includes(line))).toEqual(
      [],
    );
  });

  it('removes the lines of a pool, and keeps the others', () => {
    const spec = parseClusterSpecYaml(source);
    spec.spec.karpenter?.nodePools?.pop();
    const text = editClusterYaml(source, spec);
    expect(text).not.toContain('gpu');
    expect(text).toContain('# agreed with finance');
    expect(parseClusterSpecYaml(text)).toEqual(spec);
  });

  it('does not change a text that already says the same', () => {
    const odd = source.replace('kind: Cluster', '"kind":   Cluster');
    expect(editClusterYaml(odd, parseClusterSpecYaml(odd))).toBe(odd);
  });

  it('rewrites a text when its aliases prevent an edit', () => {
    const spec = parseClusterSpecYaml(source);
    const shared = source
      .replace('nodePools:\n', 'nodePools:\n      - &base { name: base }\n')
      .replace(
        '- name: general\n        limits',
        '- <<: *base\n        limits',
      );
    expect(parseClusterSpecYaml(editClusterYaml(shared, spec))).toEqual(spec);
  });

  it('says exactly the wanted spec, whatever both are', () => {
    const valid = anySpec.filter(
      spec => collectClusterSpecIssues(spec).length === 0,
    );
    fc.assert(
      fc.property(valid, valid, (one, other) => {
        const text = editClusterYaml(toYaml(one), other);
        expect(parseClusterSpecYaml(text)).toEqual(other);
      }),
      { numRuns: 60 },
    );
  });
});
