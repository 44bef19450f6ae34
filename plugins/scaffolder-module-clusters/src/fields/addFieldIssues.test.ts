import { collectClusterSpecIssues } from '@clusterworks/plugin-clusters-spec';
import { addFieldIssues } from './addFieldIssues';

const values = {
  name: 'Payments',
  owner: 'group:default/payments',
  environment: 'dev',
  region: 'eu-west-1',
  vpcCidr: '10.40.0.1/16',
  nodePools: [{ preset: 'general', cpuLimit: 'many' }],
};

function problems(field: string) {
  const addError = jest.fn();
  addFieldIssues(field, values, { addError });
  return addError.mock.calls.map(([message]) => message as string);
}

describe('addFieldIssues', () => {
  it('refuses a value with the message of the spec', () => {
    const issue = collectClusterSpecIssues({
      apiVersion: 'clusterworks.dev/v1alpha1',
      kind: 'Cluster',
      metadata: { name: 'ok', owner: 'group:default/payments' },
      spec: {
        environment: 'dev',
        region: 'eu-west-1',
        network: { vpcCidr: '10.40.0.1/16' },
      },
    }).find(({ path }) => path === 'spec.network.vpcCidr');
    expect(issue).toBeDefined();
    expect(problems('vpcCidr')).toEqual([issue?.message]);
  });

  it('says which part of a pool is meant', () => {
    expect(problems('nodePools')).toEqual([
      expect.stringMatching(/^nodePools\[0\]\.cpuLimit: /),
    ]);
  });

  it('leaves the problems of other fields to them', () => {
    expect(problems('region')).toEqual([]);
    expect(problems('name')).toHaveLength(1);
  });
});
