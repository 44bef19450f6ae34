import { renderCluster } from '@clusterworks/plugin-clusters-blueprint';
import type { StillRuns } from '@clusterworks/plugin-clusters-common';
import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { smallSpec } from '@clusterworks/test-support';
import { PlatformUnderTest } from '../__testUtils__/PlatformUnderTest';

const name = 'dev/payments-dev';
const specPath = `clusters/${name}/cluster.yaml`;
const poolPath = `platform/overlays/${name}/karpenter/nodepool-general.yaml`;
const tfvars = `terraform/environments/${name}/terraform.tfvars`;

/** An item of a list whose text got into another line. */
const EMPTY_ITEM = /^- (\[ \] )?$/m;

const exact = (value: number) => ({ certainty: 'exact', value } as const);
const nothing: StillRuns = {
  observedAt: '2026-11-29T08:00:00Z',
  nodeClaims: exact(0),
  names: [],
  pods: exact(0),
  held: [],
  heldTotal: exact(0),
  budgets: [],
  budgetsTotal: exact(0),
  volumes: { certainty: 'atLeast', value: 0 },
  volumeNames: [],
  loadBalancers: { certainty: 'unknown', reason: 'Services are not read' },
};
const busy: StillRuns = {
  ...nothing,
  nodeClaims: exact(2),
  names: ['ip-10-40-1-1', 'ip-10-40-1-2'],
  pods: exact(12),
  held: [
    {
      node: 'ip-10-40-1-1',
      pod: 'default/db-0',
      why: 'pdb',
      by: 'default/db',
      free: 'more replicas',
    },
  ],
  heldTotal: exact(1),
  budgets: ['default/db'],
  budgetsTotal: exact(1),
};

describe('a cluster that is taken down', () => {
  let platform: PlatformUnderTest;
  const repository = () => platform.github.repository;
  const pull = (number = 0) => repository().pulls.get(number);

  beforeEach(async () => {
    platform = await PlatformUnderTest.start();
    await repository().commit({
      message: 'The cluster as it is',
      write: {
        ...renderCluster(smallSpec as ClusterSpec).files,
        [`clusters/${name}/status.yaml`]: 'there: true\n',
        [`terraform/environments/${name}/.terraform.lock.hcl`]: '# lock\n',
      },
    });
  });
  afterEach(() => platform.stop());

  async function begin(change: (spec: ClusterSpec['spec']) => void = () => {}) {
    const { spec, version } = await platform.read();
    const wanted = structuredClone(spec as ClusterSpec);
    change(wanted.spec);
    return { spec: wanted, version, operation: 'decommission' as const };
  }
  const draining = (spec: ClusterSpec['spec']) => {
    spec.decommission = { stage: 'draining', reason: 'moved' };
  };
  async function drain() {
    const input = { ...(await begin(draining)), stillRuns: busy };
    const { pullRequestNumber = 0 } = await platform.propose(input);
    return pullRequestNumber;
  }

  /** The cluster as it is after the first pull request, or as told. */
  async function commitDrained(write: Record<string, string> = {}) {
    const spec = structuredClone(smallSpec) as ClusterSpec;
    draining(spec.spec);
    await repository().commit({
      message: 'Drained',
      write: { ...renderCluster(spec).files, ...write },
    });
  }

  it('is drained first: pools launch nothing, and everything stays', async () => {
    const number = await drain();
    expect(pull(number)).toMatchObject({
      title: 'Drain cluster payments-dev (dev)',
      head: 'clusterworks/decommission-payments-dev',
    });
    const body = pull(number)?.body ?? '';
    for (const part of [
      '| `spec.decommission` | — |',
      'every node that Karpenter launched is drained and ended**',
      'NodeClaims: **2**: `ip-10-40-1-1`, `ip-10-40-1-2`',
      '`default/db-0` on `ip-10-40-1-1`: pdb default/db',
      'PodDisruptionBudgets that cover pods there: 1: `default/db`',
      'Services of type LoadBalancer: unknown (Services are not read)',
      '- [ ] Data on volumes is saved or not needed.',
      'scripts/drain-karpenter-nodes.sh',
    ]) {
      expect(body).toContain(part);
    }
    expect(body).not.toMatch(EMPTY_ITEM);
    const { head } = pull(number) ?? {};
    const pool = await repository().readFile(poolPath, head);
    expect(pool).toContain('clusterworks.dev/phase: draining');
    expect(pool).toContain('cpu: "0"');
    const root = `terraform/environments/${name}`;
    for (const path of [`${root}/main.tf`, `${root}/backend.tf`, specPath]) {
      expect(await repository().readFile(path, head)).toBeDefined();
    }
    expect(await repository().readFile(`${root}/locals.tf`, head)).toMatch(
      /^ {2}decommission += "draining"$/m,
    );
  });

  it('is removed once nothing runs, with all that was generated', async () => {
    await platform.merge(await drain());
    const input = { ...(await begin()), removal: {}, stillRuns: nothing };
    const preview = await platform.preview(
      ...([input.spec, 'decommission', undefined, {}] as const),
    );
    expect(preview.fields).toEqual([]);
    expect(new Set(preview.files.map(({ change }) => change))).toEqual(
      new Set(['removed']),
    );
    const { pullRequestNumber: number = 0 } = await platform.propose(input);
    expect(pull(number)?.title).toBe('Remove cluster payments-dev (dev)');
    const body = pull(number)?.body ?? '';
    expect(body).toContain('**Merge this last.**');
    expect(body).not.toMatch(EMPTY_ITEM);
    expect(body).toContain(`- \`${specPath}\` (removed)`);
    expect(body).toContain('starts *Terraform destroy* for `dev/payments-dev`');
    expect(body).toContain('NodeClaims: **0**');
    expect(body).not.toContain('states that nothing runs');
    expect(body).toContain('destroys nothing');
    // The same proposal again, as when a task runs twice.
    const { headSha } = pull(number) ?? {};
    expect(await platform.propose(input)).toMatchObject({
      pullRequestNumber: number,
    });
    expect(pull(number)?.headSha).toBe(headSha);

    await platform.merge(number);
    const tree = await repository().git.listTree('refs/heads/main', true);
    const left = tree.map(({ path }) => path);
    expect(left.filter(path => path.includes(name))).toEqual([]);
    expect(left).toContain('terraform/modules/cilium/main.tf');
  });

  it.each<
    [string, StillRuns | { unknown: string } | undefined, string, RegExp]
  >([
    ['nodes run', busy, '', /still run: ip-10-40-1-1, ip-10-40-1-2$/],
    ['nodes run, whatever is said', busy, 'it is gone', /still run: ip/],
    [
      'a volume is attached',
      {
        ...nothing,
        volumes: { certainty: 'atLeast', value: 1 },
        volumeNames: ['pv-1'],
      },
      '',
      /volumes are still attached: pv-1/,
    ],
    [
      'nobody knows',
      { unknown: 'the clusters backend did not answer (TimeoutError)' },
      ' ',
      /not known \(the clusters backend did not answer \(TimeoutError\)\): say how you know/,
    ],
    [
      'nodes are not read',
      {
        ...nothing,
        nodeClaims: { certainty: 'unknown', reason: 'unreachable' },
      },
      '',
      /not known \(unreachable\)/,
    ],
    ['nobody looked', undefined, '', /not known \(nobody looked\)/],
  ])(
    'is not removed while %s',
    async (_, stillRuns, confirmedGone, message) => {
      await commitDrained();
      await expect(
        platform.propose({
          ...(await begin()),
          removal: { confirmedGone },
          stillRuns,
        }),
      ).rejects.toThrow(message);
      expect(repository().pulls.list()).toEqual([]);
    },
  );

  it('is removed unseen only by the word of a person, which is shown', async () => {
    await commitDrained();
    const { pullRequestNumber } = await platform.propose({
      ...(await begin()),
      removal: { confirmedGone: 'destroyed on Friday, see <b>CHG-1</b>' },
      stillRuns: { unknown: 'unreachable' },
    });
    const body = pull(pullRequestNumber)?.body ?? '';
    expect(body).toContain(
      '**The requester states that nothing runs any more:** destroyed on Friday',
    );
    expect(body).not.toContain('<b>');
    expect(body).toContain('Not known: unreachable');
  });

  it('is not removed before it is drained, nor by another operation', async () => {
    const input = { ...(await begin()), removal: {}, stillRuns: nothing };
    await expect(platform.propose(input)).rejects.toThrow(
      /does not say that it is being taken down: drain it first/,
    );
    await expect(
      platform.propose({ ...input, operation: 'edit' }),
    ).rejects.toThrow(/removal: belongs to the operation "decommission"/);
  });

  it('keeps files that people made or edited, and names them', async () => {
    await commitDrained({ [tfvars]: 'x = 1\n', [poolPath]: '# mine\n' });
    const input = { ...(await begin()), removal: {}, stillRuns: nothing };
    await expect(platform.propose(input)).rejects.toThrow(
      `${poolPath}: was edited by hand`,
    );
    await expect(platform.propose(input)).rejects.toThrow(
      `${tfvars}: was made by hand`,
    );
    expect(repository().pulls.list()).toEqual([]);
  });

  it('has one open change: a removal does not replace the drain', async () => {
    await drain();
    await expect(
      platform.propose({
        ...(await begin()),
        removal: { confirmedGone: 'it is' },
        stillRuns: nothing,
      }),
    ).rejects.toThrow(/drain it first/);
    expect(repository().pulls.list()).toHaveLength(1);
  });

  it('can be kept instead', async () => {
    await commitDrained();
    const { pullRequestNumber } = await platform.propose({
      ...(await begin(spec => {
        delete spec.decommission;
      })),
      stillRuns: nothing,
    });
    expect(pull(pullRequestNumber)?.title).toBe(
      'Keep cluster payments-dev (dev)',
    );
  });
});
