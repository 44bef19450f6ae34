import fc from 'fast-check';
import {
  type Cidr,
  cidrSize,
  cidrsOverlap,
  formatCidr,
  parseCidr,
} from './Cidr';
import { freeCidrs } from './freeCidrs';

const free = (within: string, taken: string[], longestPrefix = 22) =>
  freeCidrs({
    within: parseCidr(within),
    taken: taken.map(parseCidr),
    longestPrefix,
  }).map(formatCidr);

describe('freeCidrs', () => {
  it.each<[string, string[], string[]]>([
    ['10.0.0.0/16', [], ['10.0.0.0/16']],
    ['10.0.0.0/16', ['10.0.0.0/16'], []],
    ['10.0.0.0/16', ['10.0.0.0/8'], []],
    ['10.0.0.0/16', ['192.168.0.0/16'], ['10.0.0.0/16']],
    ['10.0.0.0/16', ['10.0.0.0/17'], ['10.0.128.0/17']],
    ['10.0.0.0/20', ['10.0.4.0/22'], ['10.0.0.0/22', '10.0.8.0/21']],
    // Less than a /22 is left.
    ['10.0.0.0/22', ['10.0.0.0/32'], []],
    ['10.0.0.0/24', [], []],
  ])('of %s without %j', (within, taken, expected) => {
    expect(free(within, taken)).toEqual(expected);
  });

  it('are apart from all that is taken and from each other, and leave out nothing', () => {
    const within = parseCidr('10.0.0.0/20');
    const cidr = fc
      .record({
        prefix: fc.integer({ min: 21, max: 26 }),
        at: fc.integer({ min: 0, max: 63 }),
      })
      .map(({ prefix, at }): Cidr => {
        const size = 2 ** (32 - prefix);
        const first = within.first + ((at * size) % cidrSize(within));
        return { first, prefix };
      });
    fc.assert(
      fc.property(fc.array(cidr, { maxLength: 8 }), taken => {
        const found = freeCidrs({ within, taken, longestPrefix: 26 });
        const has = (all: readonly Cidr[], address: number) =>
          all.filter(one => cidrsOverlap(one, { first: address, prefix: 32 }))
            .length;
        // Every block of the smallest size is either taken or free, once.
        for (let at = 0; at < cidrSize(within); at += 64) {
          const address = within.first + at;
          expect(has(found, address)).toBe(has(taken, address) > 0 ? 0 : 1);
        }
      }),
    );
  });
});
