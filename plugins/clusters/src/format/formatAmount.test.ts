import { formatAmount } from './formatAmount';

describe('formatAmount', () => {
  it.each([
    ['en-GB', 'memory', 1649267441664, '1.5 TiB'],
    ['en-GB', 'memory', 4000 * 1024 ** 3, '3.9 TiB'],
    ['en-GB', 'memory', 512 * 1024 ** 2, '512 MiB'],
    ['en-GB', 'memory', 0, '0 B'],
    ['en-GB', 'cpu', 2000, '2,000'],
    ['en-GB', 'cpu', 3.92, '3.9'],
    ['en-GB', 'nodes', 4091, '4,091'],
    ['en-GB', 'nvidia.com/gpu', 8, '8'],
    ['de-DE', 'memory', 1649267441664, '1,5 TiB'],
    ['de-DE', 'cpu', 2000, '2.000'],
  ])('prints in %s %s %d as %s', (locale, resource, value, text) => {
    expect(formatAmount(locale, resource, value)).toBe(text);
  });
});
