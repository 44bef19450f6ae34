/* eslint-disable jest/no-standalone-expect -- itWithTerraform makes tests */
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
