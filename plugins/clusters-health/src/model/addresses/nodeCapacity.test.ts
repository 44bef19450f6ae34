import fc from 'fast-check';
import { nodeCapacity } from './nodeCapacity';
import { eni, eniNode, m6iLarge, p548xlarge } from './testEniNodes';

const plain = { prefixDelegation: false, subnetFilter: false };
const prefixes = { prefixDelegation: true, subnetFilter: false };

describe('nodeCapacity', () => {
  it.each([
    ['m6i.large: 3 x 9', m6iLarge, {}, plain, 27],
    [
      'first-interface-index 1 leaves one interface out',
      m6iLarge,
      { firstInterfaceIndex: 1 },
      plain,
      18,
    ],
    [
      'use-primary-address gains one per interface',
      m6iLarge,
      { usePrimaryAddress: true },
      plain,
      30,
    ],
    [
      'an excluded interface does not count',
      m6iLarge,
      { excludedInterfaces: 1 },
      plain,
      18,
    ],
    [
      'p5.48xlarge: card 0 only, 2 x 49 and not 64 x 49',
      p548xlarge,
      {},
      plain,
      98,
    ],
    ['prefixes: 16 times', m6iLarge, {}, prefixes, 432],
    [
      'prefixes switched off for the node',
      m6iLarge,
      { disablePrefixDelegation: true },
      prefixes,
      27,
    ],
    [
      'one plain address turns prefixes off',
      m6iLarge,
      { interfaces: [eni({ addresses: 1 })] },
      prefixes,
      27,
    ],
    [
      'the primary address does not turn prefixes off',
      m6iLarge,
      { interfaces: [eni({ addresses: 1, ownAddressListed: true })] },
      prefixes,
      432,
    ],
    [
      'xen has no prefixes',
      { ...m6iLarge, hypervisor: 'xen' },
      {},
      prefixes,
      27,
    ],
    [
      'bare metal has prefixes once a prefix is present',
      { ...m6iLarge, hypervisor: 'unknown', bareMetal: true },
      { interfaces: [eni({ addresses: 16, prefixes: 1 })] },
      prefixes,
      432,
    ],
    [
      'an index beyond the limit leaves no addresses',
      m6iLarge,
      { firstInterfaceIndex: 9 },
      plain,
      0,
    ],
  ])('%s', (_what, limits, node, mode, expected) => {
    expect(nodeCapacity(eniNode(node), limits, mode).addresses).toBe(expected);
  });

  it('is at capacity only without free interface slots and without free addresses', () => {
    const interfaces = [0, 1, 2].map(number =>
      eni({ id: `eni-${number}`, number, addresses: 9 }),
    );
    const full = eniNode({ pool: 27, usedEntries: 20, interfaces });
    expect(nodeCapacity(full, m6iLarge, plain)).toMatchObject({
      atCapacity: true,
      freeInterfaceSlots: 0,
    });
    const almost = { ...full, pool: 26 };
    expect(nodeCapacity(almost, m6iLarge, plain).atCapacity).toBe(false);
    const slot = { ...full, interfaces: interfaces.slice(1) };
    expect(nodeCapacity(slot, m6iLarge, plain).freeInterfaceSlots).toBe(1);
    const filtered = { prefixDelegation: false, subnetFilter: true };
    expect(nodeCapacity(slot, m6iLarge, filtered).freeInterfaceSlots).toBe(0);
  });

  it('reports when the operator counts network cards that it cannot use', () => {
    const capacity = nodeCapacity(eniNode(), p548xlarge, plain);
    expect(capacity.operatorOverestimates).toBe(true);
  });

  it('never goes below zero and grows with the limits', () => {
    fc.assert(
      fc.property(
        fc.nat(64),
        fc.nat(64),
        fc.nat(20),
        fc.boolean(),
        (interfaces, ipv4PerInterface, firstInterfaceIndex, usePrimary) => {
          const node = eniNode({
            firstInterfaceIndex,
            usePrimaryAddress: usePrimary,
          });
          const limits = { ...m6iLarge, interfaces, ipv4PerInterface };
          const more = { ...limits, interfaces: interfaces + 1 };
          const capacity = nodeCapacity(node, limits, plain).addresses;
          expect(capacity).toBeGreaterThanOrEqual(0);
          expect(
            nodeCapacity(node, more, plain).addresses,
          ).toBeGreaterThanOrEqual(capacity);
        },
      ),
    );
  });
});
