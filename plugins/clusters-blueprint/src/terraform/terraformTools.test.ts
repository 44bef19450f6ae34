/* eslint-disable jest/no-standalone-expect -- itWithTerraform makes tests */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasTool, itWith } from '../__testUtils__/tools';
import type { TerraformSpecName } from './__testUtils__/terraformSpecs';
import { terraformSpecs } from './__testUtils__/terraformSpecs';
import {
  itWithTerraform,
  rootOf,
  TemporaryRepository,
  terraformMissing,
} from './__testUtils__/terraformRig';

const names = Object.keys(terraformSpecs) as TerraformSpecName[];
const note = terraformMissing ? ` (${terraformMissing})` : '';

// The shipped tests of a root apply it whole, with mocked providers. In
// contrast, bootstrapOrder.test.ts applies a root in a simulated account.
const tested: TerraformSpecName[] = [
  'GovCloud, GuardDuty',
  'Argo CD, handed over',
];

describe(`real Terraform${note}`, () => {
  const repository = new TemporaryRepository();

  beforeAll(() => {
    names.forEach(name => repository.render(terraformSpecs[name]));
  });
  afterAll(() => repository.remove());

  const ready = (folder: string) =>
    repository.terraform(folder, ['init', '-backend=false', '-input=false']);

  itWithTerraform('has nothing to format', async () => {
    const args = ['fmt', '-check', '-recursive', '-diff'];
    expect(await repository.terraform('terraform', args)).toBe('');
  });

  // Without the ruleset for AWS, which tflint would have to download.
  itWith(hasTool('tflint'))('passes tflint', () => {
    const config = join(repository.path, '.tflint-bundled.hcl');
    const shipped = readFileSync(
      join(__dirname, '../../assets/repository/.tflint.hcl'),
      'utf8',
    );
    writeFileSync(config, shipped.replace(/plugin "aws" [^]*?\n\}\n/, ''));
    const { stdout, status } = spawnSync(
      'tflint',
      ['--recursive', '--format=compact', `--config=${config}`],
      { cwd: repository.path, encoding: 'utf8' },
    );
    expect([stdout, status]).toEqual(['', 0]);
  });

  itWithTerraform.each(names)('validates the root of %s', async name => {
    const root = rootOf(terraformSpecs[name]);
    await ready(root);
    expect(await repository.terraform(root, ['validate'])).toContain(
      'The configuration is valid',
    );
  });

  itWithTerraform.each(['state', 'guardduty'])(
    'validates bootstrap/%s',
    async name => {
      const root = `terraform/bootstrap/${name}`;
      await ready(root);
      expect(await repository.terraform(root, ['validate'])).toContain(
        'The configuration is valid',
      );
    },
  );

  itWithTerraform.each(tested)('passes the shipped tests of %s', async name => {
    const root = rootOf(terraformSpecs[name]);
    await ready(root);
    expect(await repository.terraform(root, ['test', '-no-color'])).toMatch(
      /Success! \d+ passed, 0 failed/,
    );
  });

  itWithTerraform.each([
    'cluster_factory',
    'argocd_registration',
    'karpenter/identity',
    'system_nodes',
  ])('passes the shipped tests of module %s', async name => {
    const module = `terraform/modules/${name}`;
    await ready(module);
    expect(await repository.terraform(module, ['test', '-no-color'])).toMatch(
      /Success! \d+ passed, 0 failed/,
    );
  });
});
