import fc from 'fast-check';
import {
  collectClusterSpecIssues,
  parseClusterSpecYaml,
  resolveClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { parse } from 'yaml';
import { karpenterManifests } from './karpenter/karpenterOverlay';
import { planChanges } from './plan';
import { newClusterIssues } from './refusals';
import { renderCluster } from './renderCluster';
import { anySpec } from './__testUtils__/anySpec';
import { objectsOf } from './__testUtils__/renderedManifests';

const valid = anySpec.filter(
  spec =>
    collectClusterSpecIssues(spec).length === 0 &&
    newClusterIssues(resolveClusterSpec(spec)).length === 0,
);
const runs = { numRuns: 10 };

/** Applies a JSON merge patch (RFC 7386), as Kustomize does. */
function patched(target: any, patch: any): any {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) {
    return patch;
  }
  const result = { ...target };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) {
      delete result[key];
    } else {
      result[key] = patched(result[key], value);
    }
  }
  return result;
}

describe('any valid spec', () => {
  it('is mostly what the generator makes', () => {
    const sample = fc.sample(anySpec, 200);
    const issues = sample.flatMap(spec => collectClusterSpecIssues(spec));
    expect(issues.length).toBeLessThan(20);
  });

  it('renders, twice the same, to text that parses and says the same', () => {
    fc.assert(
      fc.property(valid, spec => {
        const { files, spec: settled } = renderCluster(spec);
        expect(renderCluster(JSON.parse(JSON.stringify(spec))).files).toEqual(
          files,
        );
        expect(settled).toMatchObject(spec);
        const { environment } = spec.spec;
        const { name } = spec.metadata;
        expect(
          parseClusterSpecYaml(
            files[`clusters/${environment}/${name}/cluster.yaml`],
          ),
        ).toEqual(settled);
        for (const [path, content] of Object.entries(files)) {
          expect(content.endsWith('\n')).toBe(true);
          if (/^(clusters|platform\/overlays)\/.*\.yaml$/.test(path)) {
            objectsOf(content);
          }
        }
      }),
      runs,
    );
  });

  it('is composed of base and overlay to exactly its manifests', () => {
    fc.assert(
      fc.property(valid, spec => {
        const { files, spec: settled } = renderCluster(spec);
        const folder = `platform/overlays/${spec.spec.environment}/${spec.metadata.name}/karpenter`;
        const { resources, patches = [] } = parse(
          files[`${folder}/kustomization.yaml`],
        );
        const objects = new Map<string, any>();
        const put = (object: any) =>
          objects.set(`${object.kind}/${object.metadata.name}`, object);
        Object.keys(files)
          .filter(path => /^platform\/karpenter\/node/.test(path))
          .forEach(path => put(parse(files[path])));
        resources
          .slice(1)
          .forEach((file: string) => put(parse(files[`${folder}/${file}`])));
        for (const { path } of patches) {
          const patch = parse(files[`${folder}/${path}`]);
          const key = `${patch.kind}/${patch.metadata.name}`;
          if (patch.$patch === 'delete') {
            objects.delete(key);
          } else {
            objects.set(key, patched(objects.get(key), patch));
          }
        }
        const wanted = karpenterManifests(resolveClusterSpec(settled));
        expect(objects.size).toBe(wanted.length);
        for (const manifest of wanted) {
          expect(
            objects.get(`${manifest.kind}/${manifest.metadata.name}`),
          ).toEqual(manifest);
        }
      }),
      runs,
    );
  });

  it('shares no path with another cluster, unless the bytes are the same', () => {
    fc.assert(
      fc.property(valid, valid, (one, other) => {
        fc.pre(
          one.metadata.name !== other.metadata.name ||
            one.spec.environment !== other.spec.environment,
        );
        const first = renderCluster(one).files;
        for (const [path, content] of Object.entries(
          renderCluster(other).files,
        )) {
          expect(first[path] ?? content).toBe(content);
        }
      }),
      runs,
    );
  });

  it('can be changed to any other in a repository that nobody edited', () => {
    fc.assert(
      fc.property(valid, valid, (one, other) => {
        const current = renderCluster(one).files;
        const next = {
          ...other,
          metadata: { ...other.metadata, name: one.metadata.name },
          spec: { ...other.spec, environment: one.spec.environment },
        };
        fc.pre(collectClusterSpecIssues(next).length === 0);
        const rendered = renderCluster(next).files;
        const plan = planChanges({ rendered, current });
        expect(plan.conflicts).toEqual([]);
        const after: Record<string, string> = { ...current, ...plan.write };
        plan.delete.forEach(path => delete after[path]);
        expect(after).toEqual(rendered);
      }),
      runs,
    );
  });
});
