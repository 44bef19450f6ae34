import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ruleNames } from '@clusterworks/plugin-clusters-common';
import { rules, unseenCodes } from './rules';

const camel = (id: string) =>
  id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const folderOf = ({ component, id }: { component: string; id: string }) =>
  resolve(__dirname, component, id);

describe('rules', () => {
  it('are the rules that the filter of the fleet suggests', () => {
    expect(ruleNames).toEqual(rules.map(({ id }) => id).sort());
  });

  it.each([...rules, ...unseenCodes].map(one => [one.id, one] as const))(
    '%s has the same name as id, folder, file and constant',
    (id, rule) => {
      const file = resolve(folderOf(rule), `${camel(id)}.ts`);
      expect(existsSync(file)).toBe(true);
      expect(readFileSync(file, 'utf8')).toContain(`export const ${camel(id)}`);
    },
  );

  it.each(rules.map(rule => [rule.id, rule] as const))(
    '%s has a table, which tests that a lost source never gives a pass',
    (id, rule) => {
      const file = resolve(folderOf(rule), `${camel(id)}.test.ts`);
      expect(readFileSync(file, 'utf8')).toMatch(
        new RegExp(`describeRule\\(\\s*${camel(id)}\\b`),
      );
    },
  );

  it.each([...rules, ...unseenCodes].map(one => [one.id, one] as const))(
    '%s links a public page as its source',
    (_id, { doc }) => {
      expect(doc.source).toMatch(/^https:\/\/[a-z0-9.-]+\/\S+$/);
    },
  );
});
