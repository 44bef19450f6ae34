import { formatCidr, parseCidr } from './Cidr';
import { proposeCidr } from './proposeCidr';

const propose = (prefix: number, ...taken: string[]) => {
  const found = proposeCidr(prefix, taken.map(parseCidr));
  return found && formatCidr(found);
};

describe('proposeCidr', () => {
  it.each<[string, number, string[], string | undefined]>([
    ['leaves the first choice of many networks', 16, [], '10.1.0.0/16'],
    ['goes behind what is taken', 18, ['10.1.0.0/16'], '10.2.0.0/18'],
    [
      'fills the rest of a range that is taken in part',
      18,
      ['10.1.0.0/18'],
      '10.1.64.0/18',
    ],
    [
      'leaves the Services of Kubernetes',
      16,
      ['10.0.0.0/10', '10.64.0.0/11'],
      '10.112.0.0/16',
    ],
    ['goes on in the next private range', 16, ['10.0.0.0/8'], '172.16.0.0/16'],
    [
      'takes a range that collides easily last',
      16,
      ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'],
      '100.64.0.0/16',
    ],
    [
      'finds nothing where nothing is left',
      16,
      ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'],
      undefined,
    ],
  ])('%s', (_what, prefix, taken, expected) => {
    expect(propose(prefix, ...taken)).toBe(expected);
  });
});
