import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ruleCatalogue } from './ruleCatalogue';

const file = resolve(__dirname, '../../../../docs/rules.md');

describe('ruleCatalogue', () => {
  it('is what docs/rules.md says', () => {
    const expected = ruleCatalogue();
    if (process.env.UPDATE_RULE_CATALOGUE) writeFileSync(file, expected);
    expect(readFileSync(file, 'utf8')).toBe(expected);
  });
});
