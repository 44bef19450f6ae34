import fc from 'fast-check';
import { SharedValues } from './SharedValues';

describe('SharedValues', () => {
  it('returns one copy of equal values', () => {
    const shared = new SharedValues();
    const first = shared.share({ app: 'x', tier: [1] });
    expect(shared.share({ app: 'x', tier: [1] })).toBe(first);
    expect(shared.share({ app: 'x', tier: [2] })).not.toBe(first);
    expect(shared.share([])).toBe(shared.share([]));
    expect(shared.share({})).not.toBe(shared.share([]));
  });

  it.each([
    ['many members', () => Array.from({ length: 129 }, () => 1)],
    ['a long text', () => ({ text: 'x'.repeat(600) })],
    ['long names', () => ({ ['x'.repeat(600)]: 1 })],
    ['a large part', () => [{ labels: { text: 'x'.repeat(600) } }]],
  ])('does not share a value with %s', (_, large) => {
    const shared = new SharedValues();
    expect(shared.share(large())).not.toBe(shared.share(large()));
  });

  it('shares the largest value that it keeps', () => {
    const shared = new SharedValues();
    const large = () => Array.from({ length: 127 }, () => 1);
    expect(shared.share(large())).toBe(shared.share(large()));
  });

  it('forgets values that no longer occur', () => {
    const shared = new SharedValues(400);
    const first = shared.share({ a: 1 });
    [2, 3, 4, 5, 6, 7].forEach(b => shared.share({ b }));
    expect(shared.share({ a: 1 })).not.toBe(first);
  });

  it('keeps values that occur in each generation', () => {
    const shared = new SharedValues(400);
    const first = shared.share({ a: 1 });
    [2, 3, 4, 5, 6, 7].forEach(b => {
      shared.share({ b });
      expect(shared.share({ a: 1 })).toBe(first);
    });
  });

  it('keeps fewer values the more memory they take', () => {
    // Many parts without characters: the most memory for their size.
    const heavy = (number: number) => [
      number,
      ...Array.from({ length: 60 }, () => ({})),
    ];
    const shared = new SharedValues();
    const first = shared.share(heavy(0));
    for (let number = 1; number < 2_000; number += 1) {
      shared.share(heavy(number));
    }
    expect(shared.share(heavy(0))).toBe(first);
    for (let number = 2_000; number < 10_000; number += 1) {
      shared.share(heavy(number));
    }
    expect(shared.share(heavy(0))).not.toBe(first);
  });

  it('returns each value unchanged when hashes are equal', () => {
    const shared = new SharedValues();
    // Only the middle differs, which no hash depends on.
    const values = ['a', 'b', 'a'].map(letter => ({
      name: `${'x'.repeat(20)}${letter}${'y'.repeat(20)}`,
    }));
    expect(values.map(value => shared.share(value).name)).toEqual(
      values.map(({ name }) => name),
    );
  });

  it('changes no value, whichever values occurred before', () => {
    const shared = new SharedValues(10_000);
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const text = JSON.stringify(value);
        expect(JSON.stringify(shared.share(value))).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});
