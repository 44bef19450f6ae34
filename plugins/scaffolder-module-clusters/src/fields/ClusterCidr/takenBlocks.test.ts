import { formatCidr } from '@clusterworks/plugin-clusters-spec';
import { overlapping, proposeBlock, takenBlocks } from './takenBlocks';

const entity = (name: string, cidrs?: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name,
    ...(cidrs ? { annotations: { 'clusterworks.dev/vpc-cidrs': cidrs } } : {}),
  },
});

const taken = takenBlocks([
  entity('search-dev', '10.1.0.0/16,100.64.0.0/16'),
  entity('payments-prod', '10.0.0.0/16'),
  entity('somewhere-else'),
  entity('broken', 'ten dot zero'),
]);

describe('takenBlocks', () => {
  it('reads the blocks of all clusters in order', () => {
    expect(
      taken.map(({ cidr, owner }) => `${formatCidr(cidr)} ${owner}`),
    ).toEqual([
      '10.0.0.0/16 payments-prod',
      '10.1.0.0/16 search-dev',
      '100.64.0.0/16 search-dev',
    ]);
  });

  it('proposes the next free block', () => {
    expect(proposeBlock(taken)).toBe('10.2.0.0/16');
    expect(proposeBlock([])).toBe('10.0.0.0/16');
  });

  it.each([
    ['10.1.128.0/20', ['search-dev']],
    ['10.0.0.0/15', ['payments-prod', 'search-dev']],
    ['10.2.0.0/16', []],
    ['nonsense', []],
  ])('finds what %s overlaps', (cidr, owners) => {
    expect(overlapping(cidr, taken).map(({ owner }) => owner)).toEqual(owners);
  });
});
