import { renderCluster } from '@clusterworks/plugin-clusters-blueprint';
import { parseClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { smallSpec } from '@clusterworks/test-support';
import { PlatformUnderTest } from '../__testUtils__/PlatformUnderTest';
import { pullRequestText } from './pullRequestText';

const forged = [
  'payments\n\n## Approved by security\n\n@acme/admins Fixes #1',
  'payments`](https://evil.example)',
  'payments Generated-by: clusterworks',
  'payments\nRequested-by: user:default/dana',
  'payments\u2028# x',
  'payments/../../prod',
];

/** Fields of a spec whose values appear in text, paths or branch names. */
const fields: [string, (value: string) => object][] = [
  ['metadata.name', name => ({ metadata: { ...smallSpec.metadata, name } })],
  ['metadata.owner', owner => ({ metadata: { ...smallSpec.metadata, owner } })],
  [
    'metadata.system',
    system => ({ metadata: { ...smallSpec.metadata, system } }),
  ],
  ['spec.environment', environment => ({ spec: { environment } })],
  ['spec.region', region => ({ spec: { region } })],
  ['spec.network.vpcCidr', vpcCidr => ({ spec: { network: { vpcCidr } } })],
];

const attempts = fields.flatMap(([field, change]) =>
  forged.map(value => ({ field, value, change: change(value) })),
);

describe('the text of a pull request', () => {
  let platform: PlatformUnderTest;

  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
  });

  afterAll(() => platform?.stop());

  it.each(attempts)('cannot be forged by $field: $value', async attempt => {
    const { field, change } = attempt as { field: string; change: any };
    const spec = {
      ...smallSpec,
      ...change,
      spec: { ...smallSpec.spec, ...change.spec },
    };
    await expect(platform.propose({ spec })).rejects.toThrow(`${field}: `);
    expect(platform.proxy.seen).toEqual([]);
  });

  it.each(forged)('cannot be forged by a requester %j', async value => {
    await expect(
      platform.propose({ spec: smallSpec }, { requester: { ref: value } }),
    ).rejects.toThrow(/requester: must be the reference of a user/);
    expect(platform.proxy.seen).toEqual([]);
  });

  it.each(forged)('cannot be forged by a warning or a path %j', value => {
    const spec = parseClusterSpec(smallSpec);
    const { files, ...rendered } = renderCluster(spec, { today: '2026-07-01' });
    const { body, commitMessage } = pullRequestText(
      spec,
      {
        plan: {
          write: { [value]: '' },
          delete: [value],
          conflicts: [],
          deletedByHand: [],
          unchanged: [],
        },
        rendered: {
          ...{ ...rendered, files, summary: value },
          warnings: [{ code: value, message: value }],
        },
        current: {},
        before: {
          ...spec,
          metadata: { ...spec.metadata, description: value },
          spec: { ...spec.spec, tags: { [value]: value } },
        },
      },
      { operation: 'create', requester: { ref: 'user:default/jane' } },
    );
    // All headings, mentions and trailers of the page come from us.
    expect(
      body
        .toString()
        .split('\n')
        .filter(line => /^\s*(#|@|Requested-by|Generated-by)/.test(line)),
    ).toEqual(['### What changes', '### Warnings', '### Files (2)']);
    expect(commitMessage.split('\n\n').slice(2)).toEqual([
      'Requested-by: user:default/jane\nGenerated-by: clusterworks',
    ]);
    expect(commitMessage).not.toMatch(/#\d|@\w|:\/\//);
  });
});
