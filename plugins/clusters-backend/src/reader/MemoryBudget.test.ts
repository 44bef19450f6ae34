import { type Budget, MemoryBudget } from './MemoryBudget';

const MIB = 1024 * 1024;

function hundred() {
  const all = new MemoryBudget(200 * MIB, 'Facts about all clusters');
  const clusters = Array.from(
    { length: 100 },
    () => new MemoryBudget(256 * MIB, 'Facts about this cluster', all),
  );
  return { all, clusters };
}

/** Takes memory in small pieces until the budget is used up. */
function fill(budget: Budget): string {
  try {
    for (;;) {
      budget.take(64 * 1024);
    }
  } catch (error) {
    return (error as Error).message;
  }
}

describe('MemoryBudget', () => {
  it('bounds a hundred hostile clusters together, and says so', () => {
    const { all, clusters } = hundred();
    const messages = new Set(clusters.map(fill));
    expect([...messages]).toEqual([
      'Facts about all clusters: more than 200 MiB in all',
    ]);
    // The first took everything; each of the others has only its guaranteed
    // share.
    expect(all.used).toBeLessThanOrEqual((200 + 99) * MIB);
    expect(clusters.every(({ used }) => used >= MIB)).toBe(true);
  });

  it('keeps memory for verdicts when details have used theirs up', () => {
    const { all, clusters } = hundred();
    const [first, second] = clusters;
    expect(fill(first.forDetails)).toBe(
      'Facts about all clusters: more than 200 MiB in all',
    );
    expect(all.used).toBe(150 * MIB);
    expect(() => second.take(40 * MIB)).not.toThrow();
    expect(() => second.forDetails.take(64 * 1024)).toThrow();
    first.forDetails.giveBack(120 * MIB);
    expect(() => second.forDetails.take(64 * 1024)).not.toThrow();
  });

  it('returns memory to the budgets of the cluster and of all clusters', () => {
    const { all, clusters } = hundred();
    clusters.forEach(fill);
    const [first, second] = clusters;
    first.giveBack(first.used);
    expect(() => second.take(10 * MIB)).not.toThrow();
    clusters.forEach(budget => budget.giveBack(budget.used));
    expect(all.used).toBe(0);
  });

  it('limits one cluster, however much memory the others leave', () => {
    const all = new MemoryBudget(10_000 * MIB, 'Facts about all clusters');
    const alone = new MemoryBudget(2 * MIB, 'Facts about this cluster', all);
    expect(fill(alone)).toBe(
      'Facts about this cluster: more than 2 MiB in all',
    );
  });
});
