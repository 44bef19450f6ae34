import fc from 'fast-check';
import { nodeDemand } from './nodeDemand';
import { eniNode } from './testEniNodes';

describe('nodeDemand', () => {
  it.each([
    // [what, node, expected]
    [
      'a settled 1.19 node holds used + 8',
      { pool: 12, usedEntries: 4 },
      { allocated: 12, used: 4, available: 8, needed: 0 },
    ],
    [
      'a node with too few addresses needs the rest',
      { pool: 18, usedEntries: 16 },
      { allocated: 18, used: 16, available: 2, needed: 6 },
    ],
    [
      'a new node needs pre-allocate',
      {},
      { allocated: 0, used: 0, available: 0, needed: 8 },
    ],
    [
      '1.20: demand is requested less pre-allocate',
      { pool: 12, requested: 12 },
      { allocated: 12, used: 4, available: 8, needed: 0 },
    ],
    [
      '1.20: pods that wait at the limit make available negative',
      { pool: 27, requested: 37 },
      { allocated: 27, used: 29, available: -2, needed: 10 },
    ],
    [
      'used takes precedence over requested (both during an upgrade)',
      { pool: 20, usedEntries: 5, requested: 30 },
      { allocated: 20, used: 5, available: 15, needed: 0 },
    ],
    [
      'addresses in a release handshake are not free',
      { pool: 40, usedEntries: 8, releasing: 12 },
      { allocated: 40, used: 8, available: 20, needed: 0 },
    ],
    [
      'min-allocate raises the demand above pre-allocate',
      { pool: 10, usedEntries: 1, minAllocate: 30 },
      { allocated: 10, used: 1, available: 9, needed: 20 },
    ],
    [
      'max-allocate caps what is needed',
      { pool: 18, usedEntries: 16, maxAllocate: 20 },
      { allocated: 18, used: 16, available: 2, needed: 2 },
    ],
    [
      'requested below pre-allocate counts as no use',
      { pool: 8, requested: 3 },
      { allocated: 8, used: 0, available: 8, needed: 0 },
    ],
  ])('%s', (_what, node, expected) => {
    expect(nodeDemand(eniNode(node))).toEqual(expected);
  });

  it('is never negative and never exceeds max-allocate', () => {
    const count = fc.nat(5000);
    fc.assert(
      fc.property(
        fc.record({
          pool: count,
          usedEntries: count,
          preAllocate: count,
          minAllocate: count,
          maxAllocate: count,
          releasing: count,
          requested: fc.option(count, { nil: undefined }),
        }),
        values => {
          const node = eniNode(values);
          const demand = nodeDemand(node);
          expect(demand.needed).toBeGreaterThanOrEqual(0);
          expect(demand.used).toBeGreaterThanOrEqual(0);
          expect(demand.available).toBeLessThanOrEqual(demand.allocated);
          const most = Math.max(node.maxAllocate, node.pool);
          expect(
            node.maxAllocate === 0 || node.pool + demand.needed <= most,
          ).toBe(true);
        },
      ),
    );
  });

  it('is zero once the needed addresses are assigned', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.nat(64), (pool, used, pre) => {
        const before = eniNode({ pool, usedEntries: used, preAllocate: pre });
        const after = { ...before, pool: pool + nodeDemand(before).needed };
        expect(nodeDemand(after).needed).toBe(0);
      }),
    );
  });
});
