import { renderCluster } from '@clusterworks/plugin-clusters-blueprint';
import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { smallSpec } from '@clusterworks/test-support';
import { jane, PlatformUnderTest } from '../__testUtils__/PlatformUnderTest';

const specPath = 'clusters/dev/payments-dev/cluster.yaml';
const valuesPath = 'platform/overlays/dev/payments-dev/cilium-values.yaml';

describe('a change of a cluster that exists', () => {
  let platform: PlatformUnderTest;

  const repository = () => platform.github.repository;
  const pulls = () => repository().pulls.list();

  /** The spec in git, and a copy with a change. */
  async function begin(change: (spec: ClusterSpec) => void, open = false) {
    const { spec, version } = await platform.read(open);
    const wanted = structuredClone(spec as ClusterSpec);
    change(wanted);
    return { spec: wanted, version };
  }
  const withoutHubble = (spec: ClusterSpec) => {
    spec.spec.cilium = { hubble: false };
  };
  const described = (spec: ClusterSpec) => {
    spec.metadata.description = 'Payments';
  };

  beforeEach(async () => {
    platform = await PlatformUnderTest.start();
    await repository().commit({
      message: 'The cluster as it is',
      write: renderCluster(smallSpec as ClusterSpec).files,
    });
  });

  afterEach(() => platform.stop());

  it('starts with the spec in git, and changes only the requested fields', async () => {
    const generated = (await repository().readFile(specPath)) ?? '';
    await repository().commit({
      message: 'By hand',
      write: {
        [specPath]: generated.replace('region:', '# near us\n  region:'),
      },
    });
    const { spec, version } = await begin(described);
    const preview = await platform.preview(spec);
    expect(preview.fields).toEqual([
      { path: 'metadata.description', after: 'Payments' },
    ]);
    const files = preview.files.map(({ path, change }) => [path, change]);
    expect(files[0]).toEqual([specPath, 'changed']);
    expect(preview.untouched).toBeGreaterThan(50);
    expect(preview.files[0].diff).toContain('+  description: Payments\n');
    const { pullRequestNumber } = await platform.propose({
      ...{ spec, version },
      operation: 'edit',
    });
    const pull = repository().pulls.get(pullRequestNumber ?? 0);
    expect(pull).toMatchObject({
      title: 'Change cluster payments-dev (dev)',
      head: 'clusterworks/edit-payments-dev',
    });
    expect(pull?.body).toContain(
      '| `metadata.description` | — | `"Payments"` |',
    );
    const text = await repository().readFile(specPath, pull?.head);
    expect(text).toContain('# near us');
    expect(text).toContain('description: Payments');
  });

  it('proposes nothing when nothing changes', async () => {
    const { spec, version } = await begin(() => {});
    expect(
      await platform.propose({ spec, version, operation: 'edit' }),
    ).toMatchObject({ changed: false, files: [] });
    expect((await platform.preview(spec)).files).toEqual([]);
  });

  it('is refused when git has moved on since the form was opened', async () => {
    const { spec, version } = await begin(described);
    const other = await begin(withoutHubble);
    await platform.propose({ ...other, operation: 'edit' });
    await platform.merge(1);
    await expect(
      platform.propose({ spec, version, operation: 'edit' }),
    ).rejects.toThrow(/has changed in git since the form was opened/);
    expect(pulls()).toHaveLength(1);
  });

  it.each<[string, (spec: ClusterSpec) => void, 'edit' | 'pool', RegExp]>([
    [
      'the network',
      spec => {
        spec.spec.network.vpcCidr = '10.48.0.0/16';
      },
      'edit',
      /spec.network.vpcCidr: cannot be changed from "10.40.0.0\/16"/,
    ],
    [
      'what is not of the operation',
      spec => {
        spec.metadata.description = 'x';
      },
      'pool',
      /metadata.description: does not belong to the operation "pool"/,
    ],
  ])('refuses to change %s', async (_, change, operation, message) => {
    const input = { ...(await begin(change)), operation };
    await expect(platform.propose(input)).rejects.toThrow(message);
    await expect(platform.preview(input.spec, operation)).rejects.toThrow(
      message,
    );
  });

  it('keeps manual edits, and shows the lines that conflict', async () => {
    const generated = (await repository().readFile(valuesPath)) ?? '';
    const write = (text: string) =>
      repository().commit({ message: 'Hand', write: { [valuesPath]: text } });
    await write(`# by hand\n${generated}`);
    const input = {
      ...(await begin(withoutHubble)),
      operation: 'edit',
    } as const;
    const preview = await platform.preview(input.spec);
    expect(preview.conflicts).toEqual([]);
    const shown = preview.files.find(({ path }) => path === valuesPath);
    expect(shown?.diff).toContain('+  enabled: false\n');
    expect(shown?.diff).not.toContain('# by hand');

    const line = '      method: cronJob';
    await write(generated.replace(line, `${line} # mine`));
    expect((await platform.preview(input.spec)).conflicts).toMatchObject([
      {
        path: valuesPath,
        lines: [{ byHand: expect.arrayContaining([`${line} # mine`]) }],
      },
    ]);
    await expect(platform.propose(input)).rejects.toThrow(
      `    | ${line} # mine`,
    );
    expect(pulls()).toEqual([]);
  });

  it('blocks other changes, which are refused with a link or continue it', async () => {
    const first = await begin(described);
    await platform.propose({ ...first, operation: 'edit' });
    const [open] = pulls();
    // The same proposal again, as when a task runs twice.
    const again = await platform.propose({ ...first, operation: 'edit' });
    expect(again.pullRequestNumber).toBe(open.number);
    expect(repository().pulls.get(open.number)?.headSha).toBe(open.headSha);

    const addPool = (spec: ClusterSpec) => {
      spec.spec.karpenter = {
        ...spec.spec.karpenter,
        nodePools: [{ name: 'general' }, { name: 'batch' }],
      };
    };
    const refusal = new RegExp(
      `has an open change already, "Change cluster payments-dev \\(dev\\)": .*/pull/${open.number}`,
    );
    await expect(
      platform.propose({ ...(await begin(addPool)), operation: 'pool' }),
    ).rejects.toThrow(refusal);
    await expect(
      platform.propose({ ...(await begin(withoutHubble)), operation: 'edit' }),
    ).rejects.toThrow(refusal);
    expect(pulls()).toHaveLength(1);
    expect((await platform.read()).openChange).toMatchObject({
      operation: 'edit',
      number: open.number,
    });

    // A continued change starts with the proposed spec, and may use every
    // operation.
    const next = await begin(withoutHubble, true);
    expect(next.spec.metadata.description).toBe('Payments');
    const continued = {
      ...next,
      operation: 'edit',
      continueOpen: true,
    } as const;
    expect(await platform.propose(continued)).toMatchObject({
      pullRequestNumber: open.number,
      branch: 'clusterworks/edit-payments-dev',
    });
    const text = await repository().readFile(specPath, open.head);
    expect(text).toContain('description: Payments');
    expect(text).toContain('hubble: false');
  });

  it('of two operations at once, only one opens a pull request', async () => {
    const pools = await begin(spec => {
      spec.spec.karpenter = {
        ...spec.spec.karpenter,
        nodePools: [{ name: 'general' }, { name: 'batch' }],
      };
    });
    const edit = await begin(described);
    const results = await Promise.allSettled([
      platform.propose({ ...pools, operation: 'pool' }),
      platform.propose({ ...edit, operation: 'edit' }),
    ]);
    const states = results.map(({ status }) => status).sort();
    expect(states).toEqual(['fulfilled', 'rejected']);
    expect(pulls().filter(({ state }) => state === 'open')).toHaveLength(1);
    expect(await platform.branches()).toHaveLength(2);
  });
});

describe('three runs at once for one new cluster', () => {
  it('end as one pull request', async () => {
    const platform = await PlatformUnderTest.start();
    try {
      const runs = await Promise.all(
        [1, 2, 3].map(() =>
          platform.propose({ spec: smallSpec }, { requester: jane }),
        ),
      );
      expect(runs.map(({ pullRequestNumber }) => pullRequestNumber)).toEqual([
        1, 1, 1,
      ]);
      const { pulls } = platform.github.repository;
      expect(pulls.list()).toHaveLength(1);
      expect(await platform.branches()).toHaveLength(2);
    } finally {
      await platform.stop();
    }
  });
});
