import { type ClusterSpec, parseClusterSpec } from '../spec';
import { fixedFieldIssues } from './fixedFieldIssues';

const before = parseClusterSpec({
  apiVersion: 'clusterworks.dev/v1alpha1',
  kind: 'Cluster',
  metadata: { name: 'payments-dev', owner: 'group:default/payments' },
  spec: {
    environment: 'dev',
    region: 'eu-west-1',
    network: { vpcCidr: '10.40.0.0/16' },
  },
});

const changed = (change: (spec: ClusterSpec) => void) => {
  const after = structuredClone(before);
  change(after);
  return fixedFieldIssues(before, after).map(({ path }) => path);
};

describe('fixedFieldIssues', () => {
  it('allows a change of every other field', () => {
    expect(
      changed(spec => {
        spec.metadata.owner = 'group:default/search';
        spec.spec.network.natGateways = 'perZone';
        spec.spec.network.secondaryCidrs = ['10.41.0.0/16'];
      }),
    ).toEqual([]);
  });

  it('reports all fixed fields at once', () => {
    expect(
      changed(spec => {
        spec.metadata.name = 'other';
        spec.spec.environment = 'prod';
        spec.spec.region = 'eu-west-2';
        spec.spec.network.vpcCidr = '10.44.0.0/16';
        spec.spec.network.ipamPoolId = 'ipam-pool-0123456789abcdef0';
      }),
    ).toEqual([
      'metadata.name',
      'spec.environment',
      'spec.region',
      'spec.network.vpcCidr',
      'spec.network.ipamPoolId',
    ]);
  });
});
