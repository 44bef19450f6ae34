import fc from 'fast-check';
import { mergeText } from './mergeText';

const join = (lines: string[]) => `${lines.join('\n')}\n`;

/** Lines that all differ, so that each can be identified. */
const base = fc
  .integer({ min: 1, max: 12 })
  .map(count => Array.from({ length: count }, (_, index) => `line ${index}`));

/** Edits of a text: each replaces some lines with new ones. */
const edits = (who: string) =>
  fc
    .array(fc.record({ at: fc.nat(12), out: fc.nat(2), in: fc.nat(2) }), {
      minLength: 1,
      maxLength: 3,
    })
    .map(list => (lines: string[]) => {
      const edited = [...lines];
      list.forEach((edit, number) => {
        const added = Array.from(
          { length: edit.in },
          (_, index) => `${who} ${number}.${index}`,
        );
        edited.splice(Math.min(edit.at, edited.length), edit.out, ...added);
      });
      return edited;
    });

describe('mergeText', () => {
  it('shows the exact lines that conflict', () => {
    expect(
      mergeText('a\nb by hand\nc\n', 'a\nb\nc\n', 'a\nb anew\nc\n'),
    ).toEqual({
      conflicts: [
        {
          line: 2,
          byHand: ['b by hand'],
          before: ['b'],
          generated: ['b anew'],
        },
      ],
    });
  });

  it('reports no conflict where both sides made the same change', () => {
    expect(mergeText('a\nB\n', 'a\nb\n', 'a\nB\n')).toEqual({ text: 'a\nB\n' });
  });

  /** Lines of an edit that a merge has not taken over. */
  function lostOf(lines: string[], edited: string[], after: string[]) {
    const added = edited.filter(line => !lines.includes(line));
    const removed = lines.filter(line => !edited.includes(line));
    return [
      ...added.filter(line => !after.includes(line)),
      ...removed.filter(line => after.includes(line)),
    ];
  }

  it('keeps every edit of both, or shows it as a conflict', () => {
    const count = { merged: 0, conflicts: 0 };
    fc.assert(
      fc.property(base, edits('hand'), edits('new'), (lines, hand, next) => {
        const byHand = hand(lines);
        const generated = next(lines);
        const result = mergeText(join(byHand), join(lines), join(generated));
        const isMerged = 'text' in result;
        count[isMerged ? 'merged' : 'conflicts'] += 1;
        const lost = isMerged
          ? [byHand, generated].flatMap(edited =>
              lostOf(lines, edited, result.text.split('\n')),
            )
          : result.conflicts.flatMap(conflict =>
              conflict.byHand.filter(
                (line, index) =>
                  join(byHand).split('\n')[conflict.line - 1 + index] !== line,
              ),
            );
        expect(lost).toEqual([]);
      }),
      { numRuns: 500 },
    );
    expect(Math.min(count.merged, count.conflicts)).toBeGreaterThan(5);
  });
});
