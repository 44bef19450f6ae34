import type { Entity } from '@backstage/catalog-model';
import { repository, specText, statusText } from '../testing';
import type { ClusterFiles } from './clusterFiles';
import { parseClusterFilePath } from './clusterFiles';
import { ClusterSet } from './ClusterSet';

function files(
  name: string,
  texts: Partial<ClusterFiles> = {},
  environment = 'dev',
): ClusterFiles {
  return {
    name,
    environment,
    folder: `clusters/${environment}/${name}`,
    spec: specText(name, environment),
    ...texts,
  };
}

const names = (entities: Entity[]) => entities.map(e => e.metadata.name).sort();

describe('ClusterSet', () => {
  const findKnownEntity = jest.fn();
  let set: ClusterSet;

  beforeEach(() => {
    findKnownEntity.mockReset();
    set = new ClusterSet(repository, findKnownEntity);
  });

  it.each<[string, Partial<ClusterFiles>, RegExp]>([
    [
      'text that is no YAML',
      { spec: 'a: [' },
      /cluster\.yaml: .*not valid YAML/s,
    ],
    [
      'an invalid spec',
      { spec: 'kind: Cluster' },
      /cluster\.yaml: .*metadata/s,
    ],
    ['no spec', { spec: undefined, status: 'x' }, /cluster\.yaml is not/],
    ['a file that is too large', { unreadable: 'too large' }, /too large/],
    [
      'another name',
      { spec: specText('b') },
      /name is "b", but its folder is "a"/,
    ],
    [
      'another environment',
      { spec: specText('a', 'prod') },
      /environment is "prod", but its folder is in "dev"/,
    ],
    ['an invalid status', { status: 'kind: x' }, /status\.yaml: /],
    [
      "another cluster's status",
      { status: statusText('b') },
      /status\.yaml: .*"b"/,
    ],
  ])('keeps a cluster whose files turn into %s', async (_, broken, message) => {
    const good = await set.update([files('a'), files('c')]);
    const { entities, problems } = await set.update([
      files('a', broken),
      files('c'),
    ]);
    expect(names(entities)).toEqual(['a', 'c']);
    expect(problems).toEqual([
      expect.stringMatching(
        new RegExp(`^clusters/dev/a: .*${message.source}`, 's'),
      ),
    ]);
    const kept = entities.find(e => e.metadata.name === 'a');
    const before = good.entities.find(e => e.metadata.name === 'a');
    expect(kept?.metadata.annotations?.['clusterworks.dev/problem']).toMatch(
      message,
    );
    expect(kept?.spec).toEqual(before?.spec);

    const repaired = await set.update([files('a'), files('c')]);
    expect(repaired).toEqual(good);
    expect(findKnownEntity).not.toHaveBeenCalled();
  });

  it('leaves a removed cluster out', async () => {
    await set.update([files('a'), files('b')]);
    expect(names((await set.update([files('b')])).entities)).toEqual(['b']);
  });

  it('asks the catalog for a broken cluster that it does not remember', async () => {
    const known = { kind: 'Resource', metadata: { name: 'a' } };
    findKnownEntity.mockImplementation(async name =>
      name === 'a' ? known : undefined,
    );
    const { entities, problems } = await set.update([
      files('a', { spec: '' }),
      files('never-good', { spec: '' }),
      files('c'),
    ]);
    expect(names(entities)).toEqual(['a', 'c']);
    expect(problems).toHaveLength(2);
  });

  it('fails instead of leaving out a cluster that it cannot look up', async () => {
    findKnownEntity.mockRejectedValue(new Error('catalog is down'));
    await expect(set.update([files('a', { spec: '' })])).rejects.toThrow(
      'catalog is down',
    );
  });

  it('gives a name to one folder only, and that folder keeps it', async () => {
    await set.update([files('a', {}, 'prod')]);
    const { entities, problems } = await set.update([
      files('a', {}, 'dev'),
      files('a', {}, 'prod'),
    ]);
    expect(
      entities.map(e => e.metadata.labels?.['clusterworks.dev/environment']),
    ).toEqual(['prod']);
    expect(problems).toEqual([
      'clusters/dev/a: cluster.yaml: the name "a" is taken by clusters/prod/a',
    ]);
  });
});

describe('parseClusterFilePath', () => {
  it.each([
    ['clusters/dev/a/cluster.yaml', '', 'clusters/dev/a'],
    ['infra/clusters/dev/a/status.yaml', 'infra', 'infra/clusters/dev/a'],
    ['clusters/dev/a/docs/cluster.yaml', '', undefined],
    ['clusters/dev/cluster.yaml', '', undefined],
    ['clusters/dev/a/cluster.yml', '', undefined],
    ['other/clusters/dev/a/cluster.yaml', '', undefined],
    ['infrared/clusters/dev/a/cluster.yaml', 'infra', undefined],
  ])('reads %s under "%s"', (path, root, folder) => {
    expect(parseClusterFilePath(path, root)?.folder).toBe(folder);
  });
});
