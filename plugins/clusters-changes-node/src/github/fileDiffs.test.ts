import { fileDiffs } from './fileDiffs';

const lines = (count: number, word: string) =>
  Array.from({ length: count }, (_, index) => `${word} ${index}\n`).join('');

const diffsOf = (
  current: Record<string, string>,
  write: Record<string, string>,
  removed: string[] = [],
) =>
  fileDiffs({
    current,
    plan: {
      ...{ write, delete: removed, unchanged: [], conflicts: [] },
      deletedByHand: [],
    },
  });

describe('fileDiffs', () => {
  it('shows added, changed and removed files', async () => {
    const diffs = await diffsOf(
      { b: 'one\n', c: 'two\n' },
      { a: 'x\n', b: 'ONE\n' },
      ['c'],
    );
    expect(diffs.map(({ path, change }) => [path, change])).toEqual([
      ['a', 'added'],
      ['b', 'changed'],
      ['c', 'removed'],
    ]);
    expect(diffs[1].diff).toContain('-one\n+ONE');
    expect(diffs[0].diff).toContain('new file mode 100644');
  });

  it('has a diff of a long file in which little differs', async () => {
    const [{ diff }] = await diffsOf(
      { a: lines(20_000, 'same') },
      { a: `${lines(20_000, 'same')}new\n` },
    );
    expect(diff).toContain('+new');
  });

  it('leaves out a diff that would take long, and keeps nobody waiting', async () => {
    const started = process.cpuUsage();
    const [{ path, change, diff }] = await diffsOf(
      { a: lines(20_000, 'old') },
      { a: lines(20_000, 'new') },
    );
    const { user, system } = process.cpuUsage(started);
    expect({ path, change, diff }).toEqual({ path: 'a', change: 'changed' });
    // Without the limit it takes a minute; with the limit a third of a second.
    expect((user + system) / 1_000).toBeLessThan(5_000);
  });
});
