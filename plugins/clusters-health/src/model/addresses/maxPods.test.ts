import fc from 'fast-check';
import { defaultMaxPods, safeMaxPods } from './maxPods';
import { m6iLarge, p548xlarge } from './testEniNodes';

describe('maxPods', () => {
  it.each([
    ['m6i.large', m6iLarge, 0, 29, 27],
    ['m6i.large, first index 1', m6iLarge, 1, 29, 18],
    ['p5.48xlarge', p548xlarge, 0, 100, 98],
    ['first index beyond the limit', m6iLarge, 5, 29, 0],
  ])('%s', (_what, limits, firstInterfaceIndex, byDefault, safe) => {
    expect(defaultMaxPods(limits)).toBe(byDefault);
    expect(
      safeMaxPods(limits, { firstInterfaceIndex, hostNetworkDaemonPods: 2 }),
    ).toBe(safe);
  });

  it('leaves an address for every pod that needs one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 15 }),
        fc.integer({ min: 4, max: 50 }),
        fc.nat(3),
        fc.nat(10),
        (interfaces, ipv4PerInterface, firstInterfaceIndex, daemons) => {
          const limits = { ...m6iLarge, interfaces, ipv4PerInterface };
          const pods = safeMaxPods(limits, {
            firstInterfaceIndex,
            hostNetworkDaemonPods: daemons,
          });
          const addresses =
            Math.max(0, interfaces - firstInterfaceIndex) *
            (ipv4PerInterface - 1);
          expect(pods - daemons + 2).toBeLessThanOrEqual(
            Math.max(addresses, 2),
          );
        },
      ),
    );
  });
});
