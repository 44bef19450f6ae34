import { formatAmount, resourceLabel } from './formatAmount';

describe('formatAmount', () => {
  it.each([
    ['memory', 1649267441664, '1.5 TiB'],
    ['memory', 4000 * 1024 ** 3, '3.9 TiB'],
    ['memory', 512 * 1024 ** 2, '512 MiB'],
    ['memory', 0, '0 B'],
    ['cpu', 2000, '2,000'],
    ['cpu', 3.92, '3.9'],
    ['nodes', 4091, '4,091'],
    ['nvidia.com/gpu', 8, '8'],
  ])('prints %s %d as %s', (resource, value, text) => {
    expect(formatAmount(resource, value)).toBe(text);
  });

  it('names resources in words people use', () => {
    expect(resourceLabel('cpu')).toBe('vCPU');
    expect(resourceLabel('example.com/fpga')).toBe('example.com/fpga');
  });
});
