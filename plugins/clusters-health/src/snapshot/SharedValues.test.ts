import fc from 'fast-check';
import { SharedValues } from './SharedValues';

describe('SharedValues', () => {
  it('gives one copy of what is equal', () => {
    const shared = new SharedValues();
    const first = shared.share({ labels: { app: 'x' }, list: [{ a: 1 }] });
    const second = shared.share({ labels: { app: 'x' }, list: [{ a: 2 }] });
    expect(second.labels).toBe(first.labels);
    expect(second.list).not.toBe(first.list);
    expect(shared.share({ app: 'x' })).toBe(first.labels);
  });

  it('tells a text from an object that is written the same', () => {
    const shared = new SharedValues();
    expect(shared.share('{"a":1}')).toBe('{"a":1}');
    expect(shared.share({ a: 1 })).toEqual({ a: 1 });
    expect(shared.share('{"a":1}')).toBe('{"a":1}');
    expect(shared.share([])).toEqual([]);
    expect(shared.share({})).toEqual({});
  });

  it('forgets what is not met any more', () => {
    const shared = new SharedValues(2);
    const first = shared.share({ a: 1 });
    ['p', 'q', 'r', 's', 't', 'u'].forEach(text => shared.share(text));
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
