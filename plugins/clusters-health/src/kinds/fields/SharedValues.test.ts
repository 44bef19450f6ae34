import fc from 'fast-check';
import { SharedValues } from './SharedValues';

describe('SharedValues', () => {
  it('gives one copy of what is equal', () => {
    const shared = new SharedValues();
    const first = shared.share({ app: 'x', tier: [1] });
    expect(shared.share({ app: 'x', tier: [1] })).toBe(first);
    expect(shared.share({ app: 'x', tier: [2] })).not.toBe(first);
    expect(shared.share([])).toBe(shared.share([]));
    expect(shared.share({})).not.toBe(shared.share([]));
  });

  it('leaves alone what is large', () => {
    const shared = new SharedValues();
    for (const large of [
      () => Array.from({ length: 17 }, () => 1),
      () => ({ text: 'x'.repeat(600) }),
    ]) {
      expect(shared.share(large())).not.toBe(shared.share(large()));
    }
  });

  it('forgets what is not met any more', () => {
    const shared = new SharedValues(2);
    const first = shared.share({ a: 1 });
    [2, 3, 4, 5, 6, 7].forEach(b => shared.share({ b }));
    expect(shared.share({ a: 1 })).not.toBe(first);
  });

  it('changes no value, whatever was met before', () => {
    const shared = new SharedValues(50);
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const text = JSON.stringify(value);
        expect(JSON.stringify(shared.share(value))).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});
