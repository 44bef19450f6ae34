import { CallerBudget } from './CallerBudget';

const tooMany = { name: 'TooManyRequestsError', statusCode: 429 };

describe('CallerBudget', () => {
  let now = 0;
  let budget: CallerBudget;

  /** How often a caller is let in before it is refused. */
  function taken(caller: string): number {
    for (let count = 0; count < 1_000; count += 1) {
      try {
        budget.take(caller);
      } catch (error) {
        expect(error).toMatchObject(tooMany);
        return count;
      }
    }
    return Infinity;
  }

  beforeEach(() => {
    now = 0;
    budget = new CallerBudget(() => now);
  });

  it('lets each caller ask thirty times, and then every two seconds', () => {
    expect(taken('a')).toBe(30);
    expect(taken('b')).toBe(30);
    now = 1_999;
    expect(taken('a')).toBe(0);
    now = 2_000;
    expect(taken('a')).toBe(1);
    now = 10_000;
    expect(taken('a')).toBe(4);
  });

  it('is full again after a minute, and no fuller later', () => {
    expect(taken('a')).toBe(30);
    now = 60_000;
    expect(taken('a')).toBe(30);
    now = 1e9;
    expect(taken('a')).toBe(30);
  });
});
