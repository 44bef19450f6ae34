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
    });
    expect(subnetRunwayNodes(ledger)).toBe(18);
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
