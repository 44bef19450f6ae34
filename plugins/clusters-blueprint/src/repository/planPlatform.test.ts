import type { FilesByPath } from '../FilesByPath';
import { planChanges, sharedConflicts, withoutSharedChanges } from '../plan';
import { readRecord, recordOf, sha256 } from '../records';
import { renderCluster } from '../renderCluster';
import { specs } from '../__testUtils__/specs';
import { planPlatform, workflowsOf } from './planPlatform';
import { renderPlatform } from './renderPlatform';
import { sharedEffects } from './sharedEffects';

const RECORD = '.github/.generated.json';
const rendered = renderPlatform({ baseBranch: 'main' });
const agents = 'platform/cilium/values.yaml';

/** What a repository holds after a plan was carried out. */
function after(current: FilesByPath, write: FilesByPath): FilesByPath {
  return { ...current, ...write };
}

/** A repository whose shared file was made by an earlier release. */
function earlierRelease(files: FilesByPath, path: string): FilesByPath {
  const old = `# earlier\n${files[path]}`;
  const record = 'platform/.generated.json';
  const recorded = readRecord(files[record])?.files ?? {};
  const text = JSON.stringify({
    generator: { name: 'clusterworks', version: '0.0.9' },
    files: { ...recorded, [path]: sha256(old) },
  });
  return { ...files, [path]: old, [record]: text };
}

describe('planPlatform', () => {
  it('writes everything into an empty repository, and then nothing', () => {
    const first = planPlatform({ rendered, current: {} });
    expect(first.left).toEqual([]);
    expect(first.plan.write).toEqual(rendered);
    const current = after({}, first.plan.write);
    const second = planPlatform({ rendered, current });
    expect([second.plan.write, second.plan.delete, second.left]).toEqual([
      {},
      [],
      [],
    ]);
  });

  it('leaves files that exist, names them each time, and writes the rest', () => {
    const current = { 'README.md': '# Ours\n' };
    const { plan, left } = planPlatform({ rendered, current });
    expect(left.map(({ path }) => path)).toEqual(['README.md']);
    expect(plan.write).not.toHaveProperty(['README.md']);
    expect(plan.write).toHaveProperty(['renovate.json']);
    expect(plan.conflicts).toEqual([]);
    expect(readRecord(plan.write[RECORD])?.files).not.toHaveProperty([
      'README.md',
    ]);
    const again = planPlatform({
      rendered,
      current: after(current, plan.write),
    });
    expect(again.plan.write).toEqual({});
    expect(again.left).toEqual(left);
  });

  it('leaves a file that was edited in the same lines, and keeps its base', () => {
    const old: FilesByPath = { ...rendered, 'renovate.json': '{"old": 1}\n' };
    const { [RECORD]: _, ...own } = old;
    const record = recordOf(own);
    const current = {
      ...old,
      [RECORD]: record,
      'renovate.json': '{"old": 2}\n',
    };
    const { plan, left } = planPlatform({
      rendered,
      current,
      historyBlob: () => '{"old": 1}\n',
    });
    expect(left.map(({ path }) => path)).toEqual(['renovate.json']);
    expect(plan.write).not.toHaveProperty(['renovate.json']);
    const kept = readRecord(plan.write[RECORD] ?? current[RECORD])?.files;
    expect(kept?.['renovate.json']).toBe(sha256('{"old": 1}\n'));
  });

  it('does without workflows where they cannot be written, and retries', () => {
    const workflows = workflowsOf({ write: rendered });
    expect(workflows).toHaveLength(4);
    const without = workflows.map(path => ({ path, reason: 'no right' }));
    const { plan, left } = planPlatform({ rendered, current: {} }, without);
    expect(left).toEqual(without);
    expect(workflowsOf(plan)).toEqual([]);
    const later = planPlatform({ rendered, current: after({}, plan.write) });
    expect(workflowsOf(later.plan)).toEqual(workflows);
    expect(Object.keys(later.plan.write).sort()).toEqual(
      [RECORD, ...workflows].sort(),
    );
  });

  it('deletes no workflow that it cannot write', () => {
    const path = '.github/workflows/terraform-plan.yaml';
    const { [path]: _, ...less } = rendered;
    const current = { ...rendered };
    const without = [{ path, reason: 'no right' }];
    const own = Object.keys(readRecord(rendered[RECORD])?.files ?? {});
    less[RECORD] = recordOf(
      Object.fromEntries(
        own.filter(each => each !== path).map(each => [each, rendered[each]]),
      ),
    );
    expect(planPlatform({ rendered: less, current }).plan.delete).toEqual([
      path,
    ]);
    const { plan } = planPlatform({ rendered: less, current }, without);
    expect(plan.delete).toEqual([]);
  });

  it('writes nothing again that somebody deleted', () => {
    const { 'renovate.json': _, ...current } = rendered;
    const { plan } = planPlatform({ rendered, current });
    expect([plan.write, plan.deletedByHand]).toEqual([{}, ['renovate.json']]);
  });

  it('refuses to lose an edit of a shared file', () => {
    const current = { [agents]: 'mine: true\n' };
    const { plan, left } = planPlatform({ rendered, current });
    expect(plan.conflicts.map(({ path }) => path)).toEqual([agents]);
    expect(left).toEqual([]);
  });
});

describe('a change of one cluster', () => {
  const { files } = renderCluster(specs.minimal);
  const planOf = (current: FilesByPath) =>
    withoutSharedChanges(planChanges({ rendered: files, current }), current);

  it('brings the shared files into a repository without any', () => {
    expect(planOf({}).write).toEqual(files);
  });

  it('is only its own files in a prepared repository', () => {
    const { write, conflicts } = planOf(rendered);
    expect(conflicts).toEqual([]);
    expect(
      Object.keys(write).filter(
        path =>
          !/^(clusters|terraform\/environments|platform\/overlays)\//.test(
            path,
          ),
      ),
    ).toEqual([]);
    expect(Object.keys(write).length).toBeGreaterThan(10);
  });

  it('is refused where shared files are of another release', () => {
    const current = earlierRelease(rendered, agents);
    const plan = planOf(current);
    expect(Object.keys(plan.write).filter(path => path === agents)).toEqual([]);
    expect(plan.conflicts).toEqual([
      {
        path: 'platform/.generated.json',
        reason: expect.stringContaining(
          `another release of the generator: ${agents} would change`,
        ),
      },
    ]);
  });

  it('goes on where only the version in a shared record differs', () => {
    const record = 'terraform/modules/.generated.json';
    const current = {
      ...rendered,
      [record]: rendered[record].replace(
        /"version": "[^"]+"/,
        '"version": "0.0.9"',
      ),
    };
    const plan = planOf(current);
    expect(plan.conflicts).toEqual([]);
    expect(plan.write).not.toHaveProperty([record]);
  });

  it('goes on where a person edited a shared file', () => {
    const current = { ...rendered, [agents]: `${rendered[agents]}# mine\n` };
    expect(planOf(current).conflicts).toEqual([]);
    expect(
      sharedConflicts(planChanges({ rendered: files, current }), current),
    ).toEqual([]);
  });
});

describe('sharedEffects', () => {
  const fleet = [
    specs.minimal,
    specs.everything,
    specs['general-gpu'],
    specs.argocd,
  ];
  const clustersOf = (path: string) =>
    sharedEffects([path], fleet).flatMap(({ clusters }) => clusters);
  const all = ['argocd', 'everything', 'general-gpu', 'minimal'];

  it.each([
    ['platform/karpenter/nodepools/gpu.yaml', all],
    ['platform/cilium/values.yaml', all],
    [
      'platform/addons/nvidia-device-plugin/daemonset.yaml',
      ['everything', 'general-gpu'],
    ],
    ['policies/network-policies.yaml', ['everything']],
    ['gitops/argocd/applicationset-cilium.yaml', ['argocd', 'everything']],
    ['terraform/modules/external_dns/main.tf', ['everything']],
    ['terraform/modules/cluster_factory/main.tf', all],
    ['terraform/bootstrap/state/main.tf', []],
    ['scripts/apply-karpenter-nodes.sh', []],
    ['README.md', []],
    ['platform/.generated.json', []],
    ['clusters/dev/minimal/cluster.yaml', []],
  ])('%s', (path, clusters) => {
    expect(clustersOf(path)).toEqual(clusters);
  });

  it('has a rule for every shared file, and says what rolls first', () => {
    const effects = sharedEffects(Object.keys(rendered), fleet);
    expect(effects[0].effect).toMatch(/^replaces the nodes/);
    expect(effects.flatMap(({ files }) => files)).toHaveLength(
      Object.keys(rendered).filter(
        path =>
          !path.endsWith('.generated.json') &&
          !(path in (readRecord(rendered[RECORD])?.files ?? {})),
      ).length,
    );
  });
});
