import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { resolveClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { specs } from '../__testUtils__/specs';
import { terraformSpecs } from './__testUtils__/terraformSpecs';
import { renderTerraform } from './renderTerraform';

const directory = join(__dirname, '__goldens__');

const cases: Record<string, ClusterSpec> = {
  ...specs,
  ...Object.fromEntries(
    Object.values(terraformSpecs).map(spec => [
      `root-${spec.metadata.name}`,
      spec,
    ]),
  ),
};

/**
 * Rendered files in full; files that are copied from the assets by name only.
 */
function goldenText(spec: ClusterSpec): string {
  return Object.entries(renderTerraform(resolveClusterSpec(spec)))
    .filter(([path]) => path.startsWith('terraform/environments/'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) =>
      /\/(locals|backend)\.tf$/.test(path)
        ? `=== ${path}\n${text}`
        : `=== ${path}\n`,
    )
    .join('');
}

/**
 * Golden roots, for people to read in a diff. To accept a change:
 * UPDATE_GOLDENS=1 yarn test src/terraform/goldens.test.ts
 */
describe('golden Terraform roots', () => {
  it.each(Object.keys(cases))('%s', name => {
    const file = join(directory, `${name}.txt`);
    const text = goldenText(cases[name]);
    if (process.env.UPDATE_GOLDENS || (!process.env.CI && !existsSync(file))) {
      mkdirSync(directory, { recursive: true });
      writeFileSync(file, text);
    }
    expect(text).toBe(readFileSync(file, 'utf8'));
  });
});
