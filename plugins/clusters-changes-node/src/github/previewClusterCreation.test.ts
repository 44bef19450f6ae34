import { renderCluster } from '@clusterworks/plugin-clusters-blueprint';
import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { smallSpec } from '@clusterworks/test-support';
import { PlatformUnderTest } from '../__testUtils__/PlatformUnderTest';

const folder = 'clusters/dev/payments-dev';
const valuesPath = 'platform/overlays/dev/payments-dev/cilium-values.yaml';

const other = {
  ...smallSpec,
  metadata: { ...smallSpec.metadata, name: 'search-dev' },
};
const filesOf = (spec: object) => renderCluster(spec as ClusterSpec).files;

describe('the preview of a creation', () => {
  let platform: PlatformUnderTest;

  beforeEach(async () => {
    platform = await PlatformUnderTest.start();
  });
  afterEach(() => platform.stop());

  const commit = (write: Record<string, string>) =>
    platform.github.repository.commit({ message: 'Before', write });
  const isOwn = (path: string) => path.includes('/dev/payments-dev/');

  it('shows all files in an empty repository, the records last', async () => {
    const { files, untouched, conflicts } = await platform.previewCreation(
      smallSpec,
    );
    expect(new Set(files.map(({ change }) => change))).toEqual(
      new Set(['added']),
    );
    expect(files.some(({ path }) => !isOwn(path))).toBe(true);
    const records = files.map(({ isRecord }) => isRecord);
    expect(records).toEqual([...records].sort());
    expect(records.at(-1)).toBe(true);
    expect([untouched, conflicts]).toEqual([0, []]);
    const { files: written } = await platform.propose({ spec: smallSpec });
    expect(files.map(({ path }) => path).sort()).toEqual(written);
  });

  it('shows only files of the cluster beside another one, as the pull request has them', async () => {
    await commit(filesOf(other));
    const preview = await platform.previewCreation(smallSpec);
    const paths = preview.files.map(({ path }) => path);
    expect(paths.filter(path => !isOwn(path))).toEqual([]);
    const shared = Object.keys(filesOf(smallSpec)).length - paths.length;
    expect(preview.untouched).toBe(shared);
    expect(shared).toBeGreaterThan(10);
    expect(preview).not.toHaveProperty('openChange');

    const { files, pullRequestUrl } = await platform.propose({
      spec: smallSpec,
    });
    expect([...paths].sort()).toEqual(files);
    // The open pull request is told, and its diff is the same one.
    const again = await platform.previewCreation(smallSpec);
    expect(again.openChange).toMatchObject({
      ...{ operation: 'create', url: pullRequestUrl },
    });
    expect(again.files).toEqual(preview.files);
  });

  it('compares files that are left over, and says which it cannot merge', async () => {
    const files = filesOf(smallSpec);
    const { [`${folder}/cluster.yaml`]: _, ...left } = filesOf(smallSpec);
    await commit({ ...left, [valuesPath]: `# mine\n${files[valuesPath]}` });
    const kept = await platform.previewCreation(smallSpec);
    // The record says what was generated, so the edit is merged and stays.
    expect(kept.files.map(({ path, change }) => [path, change])).toEqual([
      [`${folder}/cluster.yaml`, 'added'],
    ]);
    await commit({
      [`${folder}/.generated.json`]: '{}',
      [valuesPath]: 'mine: true\n',
    });
    const { conflicts } = await platform.previewCreation(smallSpec);
    expect(conflicts.map(({ path }) => path)).toContain(valuesPath);
    await expect(platform.propose({ spec: smallSpec })).rejects.toThrow(
      valuesPath,
    );
  });

  it.each<[what: string, write: Record<string, string>, said: RegExp]>([
    [
      'a name that another folder has',
      { 'clusters/prod/payments-dev/cluster.yaml': 'kind: Cluster' },
      /is taken by clusters\/prod\/payments-dev/,
    ],
    [
      'a cluster that is there already',
      { [`${folder}/cluster.yaml`]: 'secret: yes' },
      /exists and says something else/,
    ],
  ])('refuses %s, as the pull request is', async (_what, write, said) => {
    await commit(write);
    const refused = {
      name: 'ConflictError',
      message: expect.stringMatching(said),
    };
    await expect(platform.previewCreation(smallSpec)).rejects.toMatchObject(
      refused,
    );
    await expect(platform.propose({ spec: smallSpec })).rejects.toMatchObject(
      refused,
    );
  });

  it('reads with the token of the user', async () => {
    await expect(
      platform.previewCreation(smallSpec, 'of-nobody'),
    ).rejects.toThrow(/GitHub answered 401/);
  });
});

describe('findCreation', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
  });
  afterAll(() => platform.stop());

  it('finds the open pull request, the merged one, and none that is not known', async () => {
    expect(await platform.creation()).toBeUndefined();
    const { pullRequestNumber } = await platform.propose({ spec: smallSpec });
    expect(await platform.creation()).toBe(pullRequestNumber);
    // The cluster of that name in another environment came in another way.
    expect(await platform.creation('prod')).toBeUndefined();
    const { pulls } = platform.github.repository;
    const [open] = pulls.list();
    await pulls.put({ ...open, state: 'closed' });
    expect(await platform.creation()).toBeUndefined();
    await pulls.put(open);
    await platform.merge(open.number);
    expect(await platform.creation()).toBe(pullRequestNumber);
  });
});
