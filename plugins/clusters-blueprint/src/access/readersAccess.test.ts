import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { toYaml } from '../yaml/toYaml';
import { readersAccess } from './readersAccess';

const folder = resolve(__dirname, '../../../../manifests');

const howToApply = (file: string) => [
  'Apply it to each cluster that the portal shows and that was not made from',
  `a ClusterSpec: kubectl apply -f ${file}`,
  'The portal reads as a member of the group clusterworks:readers.',
];

const manifests = {
  'readers.yaml': {
    comment: [
      'What Clusterworks reads of a cluster: fleet and cluster pages, and nothing else.',
      'No Secret, no log, no ConfigMap but cilium-config.',
    ],
    objects: readersAccess({ kubernetesTab: false }),
  },
  'readers-with-kubernetes-tab.yaml': {
    comment: [
      'What Clusterworks reads of a cluster, and what @backstage/plugin-kubernetes',
      'needs for the Kubernetes tab of components. No Secret and no log of a pod;',
      'but every ConfigMap, because the plugin selects them by label and RBAC cannot.',
    ],
    objects: readersAccess(),
  },
};

/** To accept a change: UPDATE_MANIFESTS=1 yarn test src/access */
describe('manifests', () => {
  it.each(Object.entries(manifests))(
    '%s equals the rendered manifest',
    (name, { comment, objects }) => {
      const file = resolve(folder, name);
      const expected = objects
        .map((object, index) =>
          toYaml(
            object,
            index === 0 ? [...comment, '', ...howToApply(name)] : [],
          ),
        )
        .join('---\n');
      if (process.env.UPDATE_MANIFESTS) {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, expected);
      }
      expect(readFileSync(file, 'utf8')).toBe(expected);
    },
  );

  it('give no right to write, to Secrets or to logs', () => {
    const rules = readersAccess().flatMap(object =>
      'rules' in object
        ? (object.rules as { verbs: string[]; resources: string[] }[])
        : [],
    );
    expect(rules.length).toBeGreaterThan(10);
    expect(new Set(rules.flatMap(({ verbs }) => verbs))).toEqual(
      new Set(['get', 'list', 'watch']),
    );
    expect(
      rules
        .flatMap(({ resources }) => resources)
        .filter(name => /secret|log|exec|token|\*/.test(name)),
    ).toEqual([]);
  });
});
