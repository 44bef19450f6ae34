/* eslint-disable jest/no-standalone-expect -- itWithTerraform makes tests */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { behavingModules } from './__testUtils__/behavingModules';
import {
  itWithTerraform,
  rootOf,
  TemporaryRepository,
  terraformMissing,
} from './__testUtils__/terraformRig';
import { terraformSpecs } from './__testUtils__/terraformSpecs';

const note = terraformMissing ? ` (${terraformMissing})` : '';

// bootstrapOrder.test.ts describes the simulated account. These clusters are
// made in networks and partitions that differ from its cluster.
describe(`a cluster from nothing elsewhere${note}`, () => {
  const repository = new TemporaryRepository();
  let modules: string | undefined;

  beforeAll(async () => {
    if (!terraformMissing) {
      await repository.terraform('.', ['version']);
      modules = behavingModules();
    }
  });
  afterAll(() => {
    repository.remove();
    if (modules) {
      rmSync(modules, { recursive: true, force: true });
    }
  });

  itWithTerraform.each(['an existing VPC', 'China'] as const)(
    'is there after one apply and then planned empty: %s',
    async name => {
      const spec = terraformSpecs[name];
      const root = rootOf(spec);
      const world = join(repository.path, `world-${spec.metadata.name}`);
      mkdirSync(world);
      repository.render(spec);
      repository.write(
        `${root}/backend_override.tf`,
        'terraform {\n  backend "local" {}\n}\n',
      );
      const run = (command: string, ...args: string[]) =>
        repository.terraform(
          root,
          [command, '-no-color', '-input=false', ...args],
          {
            TFRIG_WORLD: world,
            TFRIG_MODULES: modules ?? '',
            TFRIG_INSIDE_VPC: '1',
          },
        );
      await run('init');
      expect(await run('apply', '-auto-approve')).toContain('Apply complete!');
      await run('plan', '-detailed-exitcode');
    },
    600_000,
  );
});
