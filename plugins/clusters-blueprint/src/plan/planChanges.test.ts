import fc from 'fast-check';
import { recordOf, sha256, writeRecord } from '../records';
import { planChanges } from './planChanges';
import { recordedPaths } from './recordedPaths';
import type { FilesByPath } from '../FilesByPath';

const RECORD = 'clusters/dev/a/.generated.json';
const FILE = 'platform/overlays/dev/a/x.yaml';
const OTHER = 'platform/overlays/dev/a/y.yaml';
const INPUT = 'clusters/dev/a/cluster.yaml';

const v1 = 'one\ntwo\nthree\nfour\nfive\n';
const v2 = 'one\ntwo\nthree\nfour\nFIVE\n';
const edited = 'ONE\ntwo\nthree\nfour\nfive\n';
const merged = 'ONE\ntwo\nthree\nfour\nFIVE\n';

/** A tree with its record. */
const tree = (files: FilesByPath): FilesByPath => ({
  ...files,
  [RECORD]: recordOf(files),
});
const history =
  (...blobs: string[]) =>
  (_: string, hash: string) =>
    blobs.find(blob => sha256(blob) === hash);

/** The repository after a plan was carried out. */
function apply(
  current: FilesByPath,
  plan: ReturnType<typeof planChanges>,
): FilesByPath {
  const next = { ...current, ...plan.write };
  plan.delete.forEach(path => delete next[path]);
  return next;
}

describe('planChanges', () => {
  it('writes everything to an empty repository, and nothing the second time', () => {
    const rendered = tree({ [FILE]: v1 });
    const first = planChanges({ rendered, current: {} });
    expect(first).toEqual({
      write: rendered,
      delete: [],
      unchanged: [],
      conflicts: [],
      deletedByHand: [],
    });
    const second = planChanges({ rendered, current: apply({}, first) });
    expect(second.write).toEqual({});
    expect(second.unchanged).toHaveLength(2);
  });

  it('replaces a file that nobody edited', () => {
    const plan = planChanges({
      rendered: tree({ [FILE]: v2 }),
      current: tree({ [FILE]: v1 }),
    });
    expect(plan.write).toEqual(tree({ [FILE]: v2 }));
  });

  it('keeps an edit while the generator has nothing new', () => {
    const current = { ...tree({ [FILE]: v1 }), [FILE]: edited };
    const plan = planChanges({ rendered: tree({ [FILE]: v1 }), current });
    expect(plan.write).toEqual({});
    expect(plan.conflicts).toEqual([]);
  });

  it('merges an edit with new generated content, also repeatedly', () => {
    let current: FilesByPath = { ...tree({ [FILE]: v1 }), [FILE]: edited };
    const plan = planChanges({
      rendered: tree({ [FILE]: v2 }),
      current,
      historyBlob: history(v1),
    });
    expect(plan.conflicts).toEqual([]);
    expect(plan.write[FILE]).toBe(merged);
    current = apply(current, plan);

    const again = planChanges({
      rendered: tree({ [FILE]: v2 }),
      current,
      historyBlob: history(v1, edited, merged),
    });
    expect(again.write).toEqual({});

    const v3 = v2.replace('three', 'THREE');
    const third = planChanges({
      rendered: tree({ [FILE]: v3 }),
      current,
      historyBlob: history(v1, edited, merged),
    });
    expect(third.conflicts).toEqual([]);
    expect(third.write[FILE]).toBe(merged.replace('three', 'THREE'));
  });

  it.each([
    ['no base in history', edited, undefined, 'not in git history'],
    [
      'both changed one line',
      v1.replace('five', '5'),
      history(v1),
      'the same lines',
    ],
  ])('reports a conflict: %s', (_, hand, historyBlob, reason) => {
    const plan = planChanges({
      rendered: tree({ [FILE]: v2 }),
      current: { ...tree({ [FILE]: v1 }), [FILE]: hand },
      historyBlob,
    });
    expect(plan.conflicts).toMatchObject([
      { path: FILE, reason: expect.stringContaining(reason) },
    ]);
    expect(plan.write).not.toHaveProperty([FILE]);
  });

  it.each([
    ['the generator has nothing new', v1],
    ['it would be another one now', v2],
  ])('does not write a file again that a person deleted: %s', (_, text) => {
    const { [FILE]: __, ...current } = tree({ [FILE]: v1, [OTHER]: v1 });
    const rendered = tree({ [FILE]: text, [OTHER]: v1 });
    const plan = planChanges({ rendered, current });
    expect(plan.write).toEqual({});
    expect(plan.deletedByHand).toEqual([FILE]);
    // If the person restores the file, it is an ordinary generated file again.
    const back = planChanges({ rendered, current: { ...current, [FILE]: v1 } });
    expect(back.write[FILE]).toBe(text === v1 ? undefined : text);
    expect(back.conflicts).toEqual([]);
  });

  it('merges no files that would take seconds, and says which', () => {
    const text = (first: string, last: string) =>
      `${first}\n${'\n'.repeat(300)}${last}\n`;
    const files = Array.from(
      { length: 50 },
      (_, index) => `platform/overlays/dev/a/${index}.yaml`,
    );
    const all = (content: string) =>
      Object.fromEntries(files.map(path => [path, content]));
    const before = tree(all(text('one', 'two')));
    const started = process.cpuUsage();
    const { write, conflicts } = planChanges({
      rendered: tree(all(text('one', 'TWO'))),
      current: { ...before, ...all(text('ONE', 'two')) },
      historyBlob: history(text('one', 'two')),
    });
    const { user, system } = process.cpuUsage(started);
    // A merge of one of these files takes a tenth of a second.
    expect((user + system) / 1_000).toBeLessThan(5_000);
    expect(write[files[0]]).toBe(text('ONE', 'TWO'));
    expect(conflicts.map(({ path }) => path)).toEqual(files.slice(2));
    expect(conflicts[0].reason).toMatch(/too many equal lines/);
  });

  it('never overwrites a file that it did not generate', () => {
    const plan = planChanges({
      rendered: tree({ [FILE]: v1 }),
      current: { [FILE]: 'mine\n' },
    });
    expect(plan.conflicts).toEqual([
      { path: FILE, reason: expect.stringContaining('no record') },
    ]);
  });

  it('treats an unknown file with the same content as generated', () => {
    const plan = planChanges({
      rendered: tree({ [FILE]: v1 }),
      current: { [FILE]: v1 },
    });
    expect(plan.conflicts).toEqual([]);
    expect(Object.keys(plan.write)).toEqual([RECORD]);
  });

  it('always takes cluster.yaml as given', () => {
    const plan = planChanges({
      rendered: tree({ [INPUT]: v2 }),
      current: { ...tree({ [INPUT]: v1 }), [INPUT]: edited },
    });
    expect(plan.write[INPUT]).toBe(v2);
  });

  it('deletes what is no longer produced, unless it was edited', () => {
    const before = tree({ [FILE]: v1, [OTHER]: v1 });
    const plan = planChanges({
      rendered: tree({ [FILE]: v1 }),
      current: before,
    });
    expect(plan.delete).toEqual([OTHER]);

    const kept = planChanges({
      rendered: tree({ [FILE]: v1 }),
      current: { ...before, [OTHER]: edited },
    });
    expect(kept.delete).toEqual([]);
    expect(kept.conflicts).toEqual([
      { path: OTHER, reason: expect.stringContaining('no longer generated') },
    ]);
  });

  it.each([
    'clusters/dev/b/cluster.yaml',
    'clusters/dev/a/../../../etc/passwd',
    'terraform/modules/x/main.tf',
    'terraform/environments/dev/a/team_dns.tf',
    'README.md',
  ])('never deletes %s because a record says so', path => {
    const record = writeRecord({ [path]: sha256(v1) });
    const current = { [RECORD]: record, [path]: v1 };
    const rendered = tree({ [FILE]: v1 });
    expect(planChanges({ rendered, current }).delete).toEqual([]);
    expect(recordedPaths(rendered, current)).toEqual([]);
  });

  it.each(['not json', '{}', '{"files":{"x":"y"}}'])(
    'ignores a damaged record (%s)',
    text => {
      const plan = planChanges({
        rendered: tree({ [FILE]: v2 }),
        current: { [RECORD]: text, [FILE]: v1 },
      });
      expect(plan.conflicts).toHaveLength(1);
    },
  );

  it('loses no line that a person added, whatever the generator does', () => {
    const line = fc.constantFrom<string>('a', 'b', 'c', 'd');
    const text = fc.array(line, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(text, text, fc.nat(8), (base, next, at) => {
        const join = (lines: string[]) => `${lines.join('\n')}\n`;
        const hand = [...base];
        hand.splice(Math.min(at, hand.length), 0, 'by hand');
        const plan = planChanges({
          rendered: tree({ [FILE]: join(next) }),
          current: { ...tree({ [FILE]: join(base) }), [FILE]: join(hand) },
          historyBlob: history(join(base)),
        });
        const after = plan.write[FILE] ?? join(hand);
        expect(after).toContain('by hand');
      }),
    );
  });
});
