/* eslint-disable jest/no-standalone-expect -- itWith makes tests */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import semver from 'semver';
import { resolveVersions } from '@clusterworks/plugin-clusters-spec';
import { sharedPath } from '@clusterworks/test-support';
import { crdValidators } from './__testUtils__/crdSchemas';
import { renderedManifests } from './__testUtils__/renderedManifests';
import { specs } from './__testUtils__/specs';
import { itWith } from './__testUtils__/tools';

/** The folder of the saved Karpenter CRDs that are closest to a version. */
function crdFolder(karpenter: string): string {
  const minor = semver.minor(karpenter);
  if (minor >= 15) {
    return 'karpenter-v1.15.1';
  }
  return minor >= 8 ? 'karpenter-v1.14.1' : 'karpenter-v1.1.1';
}

describe('manifests', () => {
  it('are what @kubernetes-models expect, for every spec', () => {
    const objects = Object.values(specs)
      .flatMap(renderedManifests)
      .filter(({ apiVersion }) => !apiVersion.startsWith('cilium.io'));
    expect(objects.length).toBeGreaterThan(60);
    const run = spawnSync(
      process.execPath,
      [join(__dirname, '__testUtils__/validateModels.mjs')],
      { input: JSON.stringify(objects), encoding: 'utf8' },
    );
    expect(run.stderr).toBe('');
    expect(run.stdout).toBe('');
  });

  describe.each(Object.keys(specs))('of %s', name => {
    const spec = specs[name];
    const { karpenter } = resolveVersions(spec.spec.versions);
    const folder = crdFolder(karpenter);

    itWith(sharedPath(`upstream/${folder}`))(
      `fit the CRDs of ${folder} without an unknown field`,
      () => {
        const validators = crdValidators(folder);
        const objects = renderedManifests(spec).filter(each =>
          /karpenter/.test(each.apiVersion),
        );
        expect(objects.length).toBeGreaterThan(1);
        for (const object of objects) {
          const validate = validators[`${object.apiVersion}/${object.kind}`];
          expect(validate).toBeDefined();
          validate(object);
          expect([object.metadata.name, validate.errors]).toEqual([
            object.metadata.name,
            null,
          ]);
        }
      },
    );
  });

  describe.each([
    'cilium-1.16.5',
    'cilium-1.18.0',
    'cilium-1.20.0-dev-20260625',
  ])('network policies', folder => {
    itWith(sharedPath(`upstream/${folder}`))(
      `fit the CRDs of ${folder}`,
      () => {
        const validators = crdValidators(folder);
        const policies = renderedManifests(specs.hardened).filter(
          ({ kind }) => kind === 'CiliumClusterwideNetworkPolicy',
        );
        expect(policies).toHaveLength(5);
        for (const policy of policies) {
          const validate = validators[`${policy.apiVersion}/${policy.kind}`];
          validate(policy);
          expect([policy.metadata.name, validate.errors]).toEqual([
            policy.metadata.name,
            null,
          ]);
        }
      },
    );
  });
});
