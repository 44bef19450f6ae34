import { parseClusterSpecYaml } from '../spec';
import { addAddressRange } from './addAddressRange';

const yaml = (network: string) => `# Ours.
apiVersion: clusterworks.dev/v1alpha1
kind: Cluster
metadata: { name: payments-dev, owner: group:default/payments }
spec:
  environment: dev
  region: eu-west-1
  network:
    vpcCidr: 10.40.0.0/16 # agreed with the network team
${network}`;

describe('addAddressRange', () => {
  it.each([
    ['none', '', [], '100.64.0.0/16'],
    ['one', '    secondaryCidrs: [100.64.0.0/16]\n', [], '100.65.0.0/16'],
    [
      'part of one',
      '    secondaryCidrs:\n      - 100.64.128.0/17\n',
      [],
      '100.65.0.0/16',
    ],
    [
      'none, and others',
      '',
      ['100.64.0.0/15', '100.66.4.0/24', 'x'],
      '100.67.0.0/16',
    ],
  ])('adds a free range to %s', (_, network, taken, range) => {
    const added = addAddressRange(yaml(network), taken);
    expect(added?.range).toBe(range);
    const { secondaryCidrs = [] } = parseClusterSpecYaml(yaml(network)).spec
      .network;
    expect(parseClusterSpecYaml(added?.text ?? '').spec.network).toEqual({
      vpcCidr: '10.40.0.0/16',
      secondaryCidrs: [...secondaryCidrs, range],
    });
    expect(added?.text).toContain('# agreed with the network team');
  });

  it.each([
    [
      'a VPC that is not made here',
      '    existing: { vpcId: vpc-0123456789abcdef0, nodeSubnetIds: [subnet-0123456789abcdef0, subnet-0123456789abcdef1] }\n',
      [],
    ],
    ['a range of IPAM', '    ipamPoolId: ipam-pool-0123456789abcdef0\n', []],
    [
      'a VPC with all its ranges',
      '    secondaryCidrs: [100.64.0.0/16, 100.65.0.0/16, 100.66.0.0/16, 100.67.0.0/16]\n',
      [],
    ],
    ['a fleet that has them all', '', ['100.64.0.0/10']],
    ['a text that cannot be read', '    unknown: 1\n', []],
  ])('adds nothing to %s', (_, network, taken) => {
    expect(addAddressRange(yaml(network), taken)).toBeUndefined();
  });
});
