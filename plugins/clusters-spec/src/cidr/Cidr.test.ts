import {
  cidrContains,
  cidrsOverlap,
  cidrSize,
  describeCidrProblem,
  formatCidr,
  parseCidr,
} from './Cidr';
import { nextFreeCidr } from './nextFreeCidr';
import { privateRangeOf } from './privateRanges';

describe('Cidr', () => {
  it.each(['10.40.0.0/16', '0.0.0.0/0', '255.255.255.255/32'])(
    'reads %s and writes it back',
    text => {
      expect(describeCidrProblem(text)).toBeUndefined();
      expect(formatCidr(parseCidr(text))).toBe(text);
    },
  );

  it.each([
    ['10.40.1.0/16', 'the network is 10.40.0.0/16'],
    ['10.40.0.0', 'is not an IPv4 range'],
    ['10.40.0/16', 'is not an IPv4 range'],
    ['10.256.0.0/16', 'is not an IPv4 range'],
    ['10.0.0.0/33', 'is not an IPv4 range'],
    ['fd00::/8', 'is not an IPv4 range'],
    ['0x0a.0.0.0/8', 'is not an IPv4 range'],
  ])('refuses %s: %s', (text, problem) => {
    expect(describeCidrProblem(text)).toContain(problem);
    expect(() => parseCidr(text)).toThrow(problem);
  });

  it.each([
    ['10.0.0.0/16', '10.0.128.0/17', true, true],
    ['10.0.128.0/17', '10.0.0.0/16', true, false],
    ['10.0.0.0/16', '10.1.0.0/16', false, false],
    ['0.0.0.0/0', '192.168.0.0/16', true, true],
  ])('%s and %s: overlap %s, contains %s', (a, b, overlap, contains) => {
    expect(cidrsOverlap(parseCidr(a), parseCidr(b))).toBe(overlap);
    expect(cidrContains(parseCidr(a), parseCidr(b))).toBe(contains);
  });

  it('counts addresses and finds the private range', () => {
    expect(cidrSize(parseCidr('10.0.0.0/22'))).toBe(1024);
    const range = privateRangeOf(parseCidr('172.31.0.0/16'));
    expect(range && formatCidr(range)).toBe('172.16.0.0/12');
    expect(privateRangeOf(parseCidr('172.32.0.0/16'))).toBeUndefined();
  });

  it('finds the next free range, and says when there is none', () => {
    const within = parseCidr('10.0.0.0/8');
    const free = nextFreeCidr({
      within,
      prefix: 16,
      taken: ['10.0.0.0/15', '10.2.4.0/22'].map(parseCidr),
    });
    expect(free && formatCidr(free)).toBe('10.3.0.0/16');
    expect(nextFreeCidr({ within, prefix: 16, taken: [within] })).toBe(
      undefined,
    );
  });
});
