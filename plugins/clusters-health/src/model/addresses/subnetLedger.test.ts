import fc from 'fast-check';
import { subnetLedgers } from './subnetLedger';
import { subnetRunwayNodes } from './subnetRunway';
import { eni, eniNode } from './testEniNodes';

const inSubnet = {
  subnetId: 'subnet-a',
  subnetCidr: '10.40.0.0/24',
  zone: 'a',
};

describe('subnetLedgers', () => {
  it('counts addresses and the primary address of each interface once', () => {
    const nodes = [
      eniNode({
        name: 'one',
        interfaces: [
          eni({ ...inSubnet, addresses: 9 }),
          eni({ ...inSubnet, id: 'eni-2', number: 1, addresses: 3 }),
        ],
      }),
      eniNode({
        name: 'two',
        interfaces: [
          eni({ ...inSubnet, addresses: 10, ownAddressListed: true }),
        ],
      }),
    ];
    const [ledger] = subnetLedgers(nodes);
    expect(ledger).toEqual({
      subnetId: 'subnet-a',
      cidr: '10.40.0.0/24',
      zone: 'a',
      held: 24,
      heldByNode: [14, 10],
      ownByNode: [2, 0],
      usable: 251,
      freeAtMost: 227,
      nodes: ['one', 'two'],
      leastOfNode: { given: 8, toStart: 8 },
    });
    // Not 18, by the 12 that the two hold on average.
    expect(subnetRunwayNodes(ledger)).toBe(28);
  });

  it.each<[string, Parameters<typeof eniNode>[0], number, number]>([
    ['just too little for one', {}, 8, 0],
    ['just enough for one', {}, 9, 1],
    ['nodes that hold many', {}, 30, 3],
    ['none left', {}, 0, 0],
    ['a larger minimum', { minAllocate: 20 }, 41, 1],
    ['a smaller minimum to wait for', { minAllocate: 3 }, 13, 2],
    ['a maximum', { maxAllocate: 4 }, 10, 2],
    ['more kept ready', { preAllocate: 16 }, 33, 1],
    ['agents that start with two (1.20)', { requested: 12 }, 3, 1],
    ['a last one that starts with two', { requested: 12 }, 12, 2],
    ['just too little for the last one', { requested: 12 }, 11, 1],
    ['an interface that Cilium does not use', { firstInterfaceIndex: 1 }, 2, 2],
  ])('bounds the nodes that fit: %s', (_what, values, free, nodes) => {
    const [ledger] = subnetLedgers([
      eniNode({
        ...values,
        interfaces: [eni({ ...inSubnet, addresses: 250 - free })],
      }),
    ]);
    expect(ledger.freeAtMost).toBe(free);
    expect(subnetRunwayNodes(ledger)).toBe(nodes);
  });

  it('counts the unused primary interface beside the one for pods', () => {
    const [ledger] = subnetLedgers([
      eniNode({
        firstInterfaceIndex: 1,
        interfaces: [
          eni(inSubnet),
          eni({ ...inSubnet, number: 1, addresses: 100 }),
        ],
      }),
    ]);
    expect(ledger.leastOfNode).toEqual({ given: 10, toStart: 10 });
  });

  it('gives no free addresses without a block', () => {
    const [ledger] = subnetLedgers([
      eniNode({ interfaces: [eni({ subnetId: 'subnet-b', addresses: 1 })] }),
    ]);
    expect(ledger.freeAtMost).toBeUndefined();
    expect(subnetRunwayNodes(ledger)).toBeUndefined();
  });

  it('uses the zone of the node when the interface has none', () => {
    const [ledger] = subnetLedgers([
      eniNode({ zone: 'b', interfaces: [eni({ subnetId: 'subnet-b' })] }),
    ]);
    expect(ledger.zone).toBe('b');
  });

  it('counts every held address in exactly one subnet', () => {
    const anyEni = fc.record({
      subnetId: fc.constantFrom('subnet-a', 'subnet-b', 'subnet-c'),
      addresses: fc.nat(50),
      ownAddressListed: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(fc.array(anyEni, { maxLength: 4 })), lists => {
        const nodes = lists.map((interfaces, index) =>
          eniNode({ name: `node-${index}`, interfaces: interfaces.map(eni) }),
        );
        const held = subnetLedgers(nodes).reduce(
          (sum, one) => sum + one.held,
          0,
        );
        const expected = lists
          .flat()
          .reduce(
            (sum, one) => sum + one.addresses + (one.ownAddressListed ? 0 : 1),
            0,
          );
        expect(held).toBe(expected);
      }),
    );
  });
});
