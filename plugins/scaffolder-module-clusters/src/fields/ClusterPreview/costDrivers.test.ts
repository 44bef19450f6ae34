import { newClusterDefaults } from '@clusterworks/plugin-clusters-spec';
import { costDrivers } from './costDrivers';

const usual = newClusterDefaults({ spec: { region: 'eu-west-1' } });
const withNetwork = (change: object) => ({
  ...usual,
  network: { ...usual.network, ...change },
});

describe('costDrivers', () => {
  it.each([
    ['one gateway', {}, { natGateways: 1, endpoints: 0, systemNodes: 2 }],
    ['one in each zone', { natGateways: 'perZone' }, { natGateways: 3 }],
    [
      'an endpoint in each zone',
      { interfaceEndpoints: ['ec2', 'sts'] },
      { endpoints: 6 },
    ],
    [
      'nothing of a VPC that exists',
      { existing: {}, interfaceEndpoints: ['ec2'] },
      { natGateways: 0, endpoints: 0 },
    ],
  ])('counts %s', (_, change, expected) => {
    expect(costDrivers(withNetwork(change) as typeof usual)).toMatchObject(
      expected,
    );
  });
});
