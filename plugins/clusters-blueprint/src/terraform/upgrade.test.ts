/* eslint-disable jest/no-standalone-expect -- itWithTerraform makes tests */
import { parseClusterSpecYaml } from '@clusterworks/plugin-clusters-spec';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { planChanges } from '../plan';
import { renderCluster } from '../renderCluster';
import { planPlatform, renderPlatform, sharedEffects } from '../repository';
import { pathsBefore } from '../settle';
import { behavingModules } from './__testUtils__/behavingModules';
import {
  itWithTerraform,
  rootOf,
  TemporaryRepository,
  terraformMissing,
} from './__testUtils__/terraformRig';

type Change = {
  address: string;
  change: {
    actions: string[];
    before: Record<string, unknown> | null;
    after: Record<string, unknown> | null;
  };
};

const note = terraformMissing ? ` (${terraformMissing})` : '';
const yaml = 'clusters/dev/before/cluster.yaml';

/** The paths and contents of a folder. */
function filesOf(folder: string): Record<string, string> {
  const paths = execFileSync('find', ['.', '-type', 'f', '-printf', '%P\\n'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return Object.fromEntries(
    paths
      .split('\n')
      .filter(path => path && !path.includes('/.terraform'))
      .map(path => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}

// A platform repository as it was rendered before clusters had add-ons, node
// settings and IAM settings: the state of a cluster that has been applied.
describe(`a repository of an earlier release${note}`, () => {
  const repository = new TemporaryRepository();
  let modules: string | undefined;
  let current: Record<string, string>;

  beforeAll(() => {
    execFileSync('tar', [
      '-xzf',
      join(__dirname, '__fixtures__/beforeAddons.tar.gz'),
      '-C',
      repository.path,
    ]);
    current = filesOf(repository.path);
  });
  afterAll(() => {
    repository.remove();
    if (modules) {
      rmSync(modules, { recursive: true, force: true });
    }
  });

  const renderAgain = () => {
    const source = current[yaml];
    const spec = parseClusterSpecYaml(source);
    const before = Object.fromEntries(
      pathsBefore(spec).flatMap(path =>
        current[path] === undefined ? [] : [[path, current[path]]],
      ),
    );
    return renderCluster(spec, { source, before });
  };

  it('is rendered without a conflict, and gets nothing by itself', () => {
    const { files } = renderAgain();
    const plan = planChanges({ rendered: files, current });
    expect(plan.conflicts).toEqual([]);
    const settled = parseClusterSpecYaml(files[yaml]).spec;
    expect(settled.addons).toBeUndefined();
    expect(settled.karpenter?.ownerTags).toBeUndefined();
    expect(Object.keys(files).filter(path => /addon_/.test(path))).toEqual([]);
  });

  it('keeps its NodePools and NodeClasses as they are', () => {
    const { files } = renderAgain();
    const changed = Object.keys(files).filter(
      path => /node(class|pool)-/.test(path) && files[path] !== current[path],
    );
    // Each overlay now names the image release that only the base named
    // before.
    expect(changed.map(path => path.split('/').pop())).toEqual([
      'nodeclass-default.yaml',
      'nodeclass-gpu.yaml',
      'nodepool-gpu-spot.yaml',
      'nodepool-gpu.yaml',
    ]);
  });

  itWithTerraform(
    'gets the shared files of this release first, and its root still goes with them',
    async () => {
      const rendered = renderPlatform({ baseBranch: 'main' });
      const { plan, left } = planPlatform({ rendered, current });
      expect([plan.conflicts, left]).toEqual([[], []]);
      const updated = Object.keys(plan.write).filter(path => path in current);
      const rolled = sharedEffects(updated, [
        parseClusterSpecYaml(current[yaml]),
      ]).filter(({ effect }) => /replaces the nodes/.test(effect));
      expect(rolled).toEqual([]);
      const other = new TemporaryRepository();
      try {
        for (const files of [current, plan.write]) {
          for (const [path, text] of Object.entries(files)) {
            other.write(path, text);
          }
        }
        const root = 'terraform/environments/dev/before';
        await other.terraform(root, ['init', '-backend=false']);
        expect(await other.terraform(root, ['validate'])).toContain(
          'The configuration is valid',
        );
      } finally {
        other.remove();
      }
    },
    180_000,
  );

  itWithTerraform(
    'is planned without anything being replaced or destroyed',
    async () => {
      await repository.terraform('.', ['version']);
      modules = behavingModules();
      const { spec, files } = renderAgain();
      const root = rootOf(spec);
      const run = (...args: string[]) =>
        repository.terraform(root, args, { TFRIG_MODULES: modules ?? '' });
      repository.write(
        `${root}/backend_override.tf`,
        'terraform {\n  backend "local" {}\n}\n',
      );
      await run('init', '-input=false');
      await run('apply', '-input=false', '-auto-approve');
      for (const [path, text] of Object.entries(files)) {
        repository.write(path, text);
      }
      await run('init', '-input=false');
      await run('plan', '-input=false', '-out=tfplan');
      const plan: { resource_changes: Change[] } = JSON.parse(
        await run('show', '-json', 'tfplan'),
      );
      const gone = plan.resource_changes
        .filter(({ change }) => change.actions.includes('delete'))
        .map(({ address }) => address);
      expect(gone).toEqual([]);
      // The rig does not simulate forced replacement, so the test also checks
      // that no name, network or image of an existing resource changes.
      const renamed = plan.resource_changes.flatMap(({ address, change }) =>
        [
          'name',
          'name_prefix',
          'vpc_id',
          'subnet_ids',
          'cidr_block',
          'ami_type',
        ]
          .filter(
            key =>
              change.actions.includes('update') &&
              JSON.stringify(change.before?.[key]) !==
                JSON.stringify(change.after?.[key]),
          )
          .map(key => `${address}.${key}`),
      );
      expect(renamed).toEqual([]);
    },
    180_000,
  );
});
