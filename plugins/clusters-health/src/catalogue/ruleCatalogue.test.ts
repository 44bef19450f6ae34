import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { rules } from '../rules/rules';
import { ruleCatalogue } from './ruleCatalogue';

const file = resolve(__dirname, '../../../../docs/rules.md');

/** What every entry says, in this order. */
const parts = [
  /^\*\*.{8,}\*\* \(`[a-z]+\/[\w-]+`\)\. .{8,}$/,
  /^- \*\*Who is concerned:\*\* .{8,}$/,
  /^- \*\*Found by:\*\* .{8,}$/,
  /^- \*\*Waits:\*\* .{8,}$/,
  /^- \*\*Cannot see:\*\* .{8,}$/,
  /^- \*\*Looks like it:\*\* .{8,}$/,
  /^- \*\*Needs:\*\* (.*`[a-z0-9]+`|no objects of the cluster$)/,
  /^- \*\*Do(, in this order)?:\*\*/,
  /^- \*\*Source:\*\* <https:.+>$/,
];

describe('ruleCatalogue', () => {
  it('equals docs/rules.md', () => {
    const expected = ruleCatalogue();
    if (process.env.UPDATE_RULE_CATALOGUE) {
      writeFileSync(file, expected);
    }
    expect(readFileSync(file, 'utf8')).toBe(expected);
  });

  const entries = new Map(
    ruleCatalogue()
      .split(/^### /m)
      .map(entry => [entry.slice(0, entry.indexOf('\n')), entry]),
  );

  it.each(rules.map(({ id }) => id))(
    '%s: who, how found, how long and why, not seen, look-alikes, needs, steps',
    id => {
      const lines = (entries.get(id) ?? '').split('\n');
      const at = parts.map(part => lines.findIndex(line => part.test(line)));
      expect(at).not.toContain(-1);
      expect(at).toEqual([...at].sort((a, b) => a - b));
    },
  );
});
