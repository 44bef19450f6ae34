import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { clusterOperations } from '@clusterworks/plugin-clusters-common';
import { parseClusterSpecYaml } from '@clusterworks/plugin-clusters-spec';
import userEvent from '@testing-library/user-event';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import { scmAuthApiRef } from '@backstage/integration-react';
import { SecretsContextProvider } from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { ClusterChange } from './fields/ClusterChange/ClusterChange';
import { ClusterChangeReview } from './fields/ClusterChangeReview/ClusterChangeReview';

const manifest = {
  title: 'Change a cluster',
  steps: [
    {
      title: 'Change',
      schema: {
        type: 'object',
        properties: { change: { type: 'object', 'ui:field': 'ClusterChange' } },
      },
    },
    {
      title: 'Preview',
      schema: {
        type: 'object',
        properties: {
          review: { type: 'string', 'ui:field': 'ClusterChangeReview' },
        },
      },
    },
  ],
};

const extensions = [
  { name: 'ClusterChange', component: ClusterChange },
  { name: 'ClusterChangeReview', component: ClusterChangeReview },
];

const text = `# ours
apiVersion: clusterworks.dev/v1alpha1
kind: Cluster
metadata:
  name: payments-dev
  owner: group:default/payments
spec:
  environment: dev
  region: eu-west-1
  network:
    vpcCidr: 10.40.0.0/16
  versions: { kubernetes: "1.35", karpenter: 1.14.3, cilium: 1.19.9 }
  karpenter:
    nodePools:
      - name: general
        taints: [{ key: a, effect: NoSchedule }]
        limits: { cpu: "100", nodes: "9" }
`;
const spec = {
  apiVersion: 'clusterworks.dev/v1alpha1',
  kind: 'Cluster',
  metadata: { name: 'payments-dev', owner: 'group:default/payments' },
  spec: {
    environment: 'dev',
    region: 'eu-west-1',
    network: { vpcCidr: '10.40.0.0/16' },
    versions: { kubernetes: '1.35', karpenter: '1.14.3', cilium: '1.19.9' },
    karpenter: {
      nodePools: [
        {
          name: 'general',
          taints: [{ key: 'a', effect: 'NoSchedule' }],
          limits: { cpu: '100', nodes: '9' },
        },
      ],
    },
  },
};
const openChange = {
  operation: 'pool',
  branch: 'clusterworks/pool-payments-dev',
  number: 7,
  url: 'https://github.example/acme/platform/pull/7',
  title: 'Change node pools of cluster payments-dev (dev)',
};
const path = 'clusters/dev/payments-dev/cluster.yaml';
const preview = {
  summary: 'A private cluster in eu-west-1',
  fields: [
    {
      path: 'spec.karpenter.nodePools.general.limits.cpu',
      before: '100',
      after: '200',
    },
  ],
  files: [
    {
      path,
      change: 'changed',
      isRecord: false,
      diff: `diff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n@@ -1,2 +1,2 @@\n kind: Cluster\n-cpu: "100"\n+cpu: "200"\n`,
    },
  ],
  untouched: 61,
  conflicts: [
    {
      path: 'platform/overlays/dev/payments-dev/x.yaml',
      reason: 'was edited by hand',
      lines: [{ line: 3, byHand: ['mine'], before: ['a'], generated: ['b'] }],
    },
  ],
  warnings: [{ code: 'x', message: 'Good to know.' }],
  blastRadius: {
    observedAt: '2026-11-22T10:00:00Z',
    nodes: { certainty: 'exact', value: 12 },
    causes: [
      {
        reason: 'NodePoolDrifted',
        object: 'NodePool/general',
        fields: ['template.spec.taints'],
        nodes: { certainty: 'exact', value: 12 },
        undecided: 0,
      },
    ],
    names: [],
    alreadyDrifted: 1,
    pods: { certainty: 'unknown', reason: 'pods: forbidden' },
    held: [
      {
        node: 'ip-10-0-0-1',
        pod: 'default/db-0',
        why: 'pdb',
        by: 'default/db',
        free: 'more replicas',
      },
    ],
    heldTotal: { certainty: 'exact', value: 1 },
    paces: [],
    seconds: { certainty: 'atLeast', value: 1800 },
    addresses: {
      state: 'short',
      needed: { certainty: 'exact', value: 2 },
      room: { certainty: 'atMost', value: 1 },
    },
    behaviour: [],
    removedPools: [],
    terraform: { state: 'unknown', parts: [] },
  },
};

const unknown = { certainty: 'unknown', reason: 'not read' };
const limitFinding = {
  id: 'f-1',
  code: 'karpenter/P3',
  rule: 'nodepool-limit',
  severity: 'critical',
  subject: { apiVersion: 'karpenter.sh/v1', kind: 'NodePool', name: 'general' },
  title: 'NodePool general is at its limit',
  evidence: [
    { object: 'NodePool/general', path: 'spec.limits.cpu', value: '100' },
  ],
  remedy: [],
  consequences: [],
};
const detail = {
  row: {
    name: 'payments-dev',
    entityRef: 'resource:default/payments-dev',
    owner: 'group:default/payments',
    provisioned: true,
    verdict: 'critical',
    headline: { text: limitFinding.title },
    findings: { critical: 1, warning: 0, info: 0 },
    versions: { kubernetes: {}, karpenter: {}, cilium: {} },
    nodes: unknown,
    cpuRequested: unknown,
    cpuAllocatable: unknown,
    spotShare: unknown,
    room: { addresses: unknown, nodes: unknown, hours: unknown },
    connection: { state: 'live' },
    revision: 1,
  },
  assessment: {
    cluster: 'payments-dev',
    observedAt: '2026-11-22T10:00:00Z',
    verdict: 'critical',
    sources: [],
    findings: [limitFinding],
    checks: [],
  },
};

const differing = {
  ...detail.row,
  versions: { kubernetes: {}, karpenter: { observed: '1.14.9' }, cilium: {} },
  differences: [{ part: 'karpenter', state: 'differs' }],
};

/** The ranges of a fleet with one other cluster. */
const ledgerOf = (cidr: string) => ({
  ranges: [
    {
      ...{ cluster: 'web', entityRef: 'resource:default/web', cidr },
      ...{ kind: 'secondary', addresses: 65_536, overlaps: [] },
      overlapsTotal: 0,
    },
  ],
  unknown: [],
  free: { certainty: 'exact', blocks: [] },
});

async function renderForm(options: {
  change?: object;
  inGit?: object;
  detail?: object;
  ledger?: object;
  preview?: object;
}) {
  const requests: { url: string; body?: any }[] = [];
  const fetchFake = jest.fn(async (input: unknown, init?: RequestInit) => {
    const url = String(input);
    requests.push({ url, body: init?.body && JSON.parse(String(init.body)) });
    const isChange = url.endsWith('of=change');
    if (url.endsWith('/ledger')) {
      return new Response(JSON.stringify(options.ledger), {
        headers: { 'content-type': 'application/json' },
      });
    }
    if (url.endsWith('/clusters/payments-dev')) {
      return new Response(JSON.stringify(options.detail), {
        headers: { 'content-type': 'application/json' },
      });
    }
    const answer = url.endsWith('/preview')
      ? options.preview ?? preview
      : {
          cluster: 'payments-dev',
          repository: 'https://github.example/acme/platform',
          version: isChange ? 'open' : 'base',
          ...{ text, spec, issues: [], isOpenChange: isChange },
          operations: clusterOperations,
          ...options.inGit,
        };
    return new Response(JSON.stringify(answer), {
      headers: { 'content-type': 'application/json' },
    });
  });
  const onCreate = jest.fn();
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [
          discoveryApiRef,
          { getBaseUrl: async () => 'http://test/api/clusters' },
        ],
        [fetchApiRef, { fetch: fetchFake as unknown as typeof fetch }],
        [scmAuthApiRef, { getCredentials: jest.fn() }],
      ]}
    >
      <SecretsContextProvider>
        <Stepper
          manifest={manifest}
          extensions={extensions as never}
          onCreate={onCreate}
          initialState={{
            change: {
              cluster: 'payments-dev',
              operation: 'edit',
              ...options.change,
            },
          }}
        />
      </SecretsContextProvider>
    </TestApiProvider>,
  );
  const user = userEvent.setup();
  const finish = async () => {
    await user.click(screen.getByRole('button', { name: 'Next' }));
    await screen.findByText(preview.summary);
    await user.click(screen.getByRole('button', { name: 'Review' }));
    await user.click(await screen.findByRole('button', { name: 'Create' }));
    return onCreate.mock.calls[0][0].change;
  };
  return { requests, user, finish };
}

describe('Change a cluster', () => {
  it('reads the spec from git, whatever the address says, and returns it unchanged', async () => {
    const { finish } = await renderForm({
      change: {
        version: 'forged',
        spec: {
          ...spec,
          metadata: { ...spec.metadata, owner: 'group:default/eve' },
        },
        session: 'forged',
      },
    });
    expect(
      await screen.findByRole('textbox', { name: /cluster.yaml/ }),
    ).toHaveValue(text);
    expect(await finish()).toMatchObject({
      ...{ cluster: 'payments-dev', operation: 'edit', version: 'base' },
      spec,
    });
  });

  it('says while typing what is wrong with the text', async () => {
    const { user } = await renderForm({});
    const area = await screen.findByRole('textbox', { name: /cluster.yaml/ });
    await user.clear(area);
    await user.click(area);
    await user.paste(text.replace('region:', 'regoin:'));
    expect(
      await screen.findByText(/spec.regoin: .*did you mean "region"/),
    ).toBeInTheDocument();
  });

  it('changes a value by its control, and the text with it', async () => {
    const { finish, user } = await renderForm({});
    await user.click(await screen.findByText('Hardening, logs and metrics'));
    await user.click(screen.getByRole('switch', { name: 'GuardDuty' }));
    const area = screen.getByRole('textbox', { name: /cluster.yaml/ });
    // Comments and what was not touched stay, but for spaces in lists.
    const kept = text.replace(/\[(\{.*\})\]/, '[ $1 ]');
    expect(area).toHaveValue(`${kept}  hardening:\n    guardDuty: true\n`);
    await user.click(screen.getByText('Network and zones'));
    const zones = screen.getByRole('textbox', { name: /^Zones/ });
    await user.type(zones, '9');
    expect(
      (await screen.findAllByText(/at most|must be/)).length,
    ).toBeGreaterThan(0);
    await user.clear(zones);
    // The control shows what somebody writes into the text, too.
    const written = (area as HTMLTextAreaElement).value;
    const range = 'vpcCidr: 10.40.0.0/16\n';
    fireEvent.change(area, {
      target: { value: written.replace(range, `${range}    zones: 2\n`) },
    });
    expect(zones).toHaveValue('2');
    await user.clear(zones);
    expect((await finish()).spec).toEqual({
      ...spec,
      spec: { ...spec.spec, hardening: { guardDuty: true } },
    });
  });

  it('changes a limit of a pool and keeps what it does not show', async () => {
    const { user, finish, requests } = await renderForm({
      change: { operation: 'pool' },
    });
    const limit = await screen.findByRole('textbox', { name: 'Limit, vCPU' });
    await user.clear(limit);
    await user.type(limit, '200');
    const { spec: wanted } = await finish();
    const [pool] = spec.spec.karpenter.nodePools;
    expect(wanted.spec.karpenter.nodePools).toEqual([
      { ...pool, limits: { cpu: '200', nodes: '9' } },
    ]);
    const asked = requests.find(({ url }) => url.endsWith('/preview'));
    expect(asked?.body).toEqual({ operation: 'pool', spec: wanted });
  });

  it('takes another preset and keeps what no preset decides', async () => {
    const { user, finish } = await renderForm({
      change: { operation: 'pool' },
    });
    await user.type(
      await screen.findByRole('textbox', { name: /Instance categories/ }),
      'c',
    );
    await user.click(screen.getByRole('button', { name: /Kind/ }));
    await user.click(screen.getByRole('option', { name: 'GPU' }));
    const [pool] = spec.spec.karpenter.nodePools;
    expect((await finish()).spec.spec.karpenter.nodePools).toEqual([
      { ...pool, preset: 'gpu' },
    ]);
  });

  it('shows fields, lines, conflicts and warnings before anything is written', async () => {
    const { user } = await renderForm({});
    await screen.findByRole('textbox', { name: /cluster.yaml/ });
    await user.click(screen.getByRole('button', { name: 'Next' }));
    const table = await screen.findByRole('table', {
      name: 'Fields that change',
    });
    expect(within(table).getByText('200')).toBeInTheDocument();
    expect(screen.getByRole('region', { name: path })).toHaveTextContent(
      'cpu: "200"',
    );
    expect(screen.getByText('mine')).toBeInTheDocument();
    expect(screen.getByText('Good to know.')).toBeInTheDocument();
    expect(
      screen.getByText('61 other files stay as they are.'),
    ).toBeInTheDocument();
  });

  it('says what happens to running nodes, and what is not known', async () => {
    const { user } = await renderForm({});
    await screen.findByLabelText(/^cluster.yaml/);
    await user.click(screen.getByRole('button', { name: 'Next' }));
    const section = await screen.findByRole('region', {
      name: 'What happens to running nodes',
    });
    for (const part of [
      'Karpenter replaces nodes: 12. 1 of them has drifted already.',
      'NodePoolDrifted, NodePool/general (template.spec.taints): 12',
      '— (pods: forbidden)',
      '≥ 30 min',
      'nodes that start first: 2, room for: ≤ 1',
      'not known, see the plan',
      'default/db-0',
    ]) {
      expect(section).toHaveTextContent(part);
    }
  });

  it('takes the first step of an upgrade', async () => {
    const { user, finish } = await renderForm({
      change: { operation: 'upgrade' },
    });
    expect(
      await screen.findByText('Kubernetes 1.35 → 1.36'),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: /latest/ }));
    expect((await finish()).spec.spec.versions).toEqual({
      ...{ kubernetes: '1.35', karpenter: '1.15.1', cilium: '1.19.9' },
    });
  });

  it('freezes disruption until a time, and says what is wrong with it', async () => {
    const { user, finish } = await renderForm({
      change: { operation: 'freeze' },
    });
    const until = await screen.findByRole('textbox', { name: 'Until, in UTC' });
    await user.type(until, 'soon');
    expect(screen.getByText(/must be a time in UTC/)).toBeInTheDocument();
    await user.clear(until);
    await user.type(until, '2001-01-01T00:00Z');
    expect(screen.getByText(/overdue/)).toBeInTheDocument();
    await user.clear(until);
    await user.type(until, '2096-12-24T18:00Z');
    const { spec: wanted } = await finish();
    expect(wanted.spec.karpenter).toEqual({
      ...spec.spec.karpenter,
      freeze: { until: '2096-12-24T18:00Z' },
    });
  });

  it('ends a freeze and keeps everything else', async () => {
    const frozen = text.replace(
      '  karpenter:\n',
      '  karpenter:\n    freeze: { until: 2026-12-24T18:00Z }\n',
    );
    const { user, finish } = await renderForm({
      change: { operation: 'freeze' },
      inGit: {
        text: frozen,
        spec: {
          ...spec,
          spec: {
            ...spec.spec,
            karpenter: {
              freeze: { until: '2026-12-24T18:00Z' },
              ...spec.spec.karpenter,
            },
          },
        },
      },
    });
    await user.click(
      await screen.findByRole('button', { name: 'End the freeze' }),
    );
    expect(await finish()).toMatchObject({ operation: 'freeze', spec });
  });

  it('drains a cluster that is to be taken down, with a reason', async () => {
    const { user, finish } = await renderForm({
      change: { operation: 'decommission' },
    });
    await user.click(
      await screen.findByRole('button', { name: 'Drain the cluster' }),
    );
    await user.type(
      screen.getByRole('textbox', { name: 'Reason (optional)' }),
      'moved',
    );
    const { spec: wanted, removal } = await finish();
    expect(removal).toBeUndefined();
    expect(wanted.spec).toEqual({
      ...spec.spec,
      decommission: { stage: 'draining', reason: 'moved' },
    });
  });

  const marked = {
    text: `${text}  decommission: { stage: draining }\n`,
    spec: {
      ...spec,
      spec: { ...spec.spec, decommission: { stage: 'draining' } },
    },
  };

  it('removes the files of a drained cluster, or keeps it', async () => {
    const { user, finish, requests } = await renderForm({
      change: { operation: 'decommission' },
      inGit: marked,
      preview: {
        ...preview,
        blastRadius: undefined,
        removalProblems: ['nodes that Karpenter launched still run: n-1'],
        stillRuns: {
          nodeClaims: { certainty: 'exact', value: 1 },
          names: ['n-1'],
          pods: unknown,
          held: [],
          heldTotal: unknown,
          budgets: [],
          budgetsTotal: unknown,
          volumes: { certainty: 'atLeast', value: 0 },
          volumeNames: [],
          loadBalancers: { certainty: 'unknown', reason: 'Services: not read' },
        },
      },
    });
    const remove = await screen.findByRole('button', {
      name: 'Remove its files',
    });
    await user.click(screen.getByRole('button', { name: 'Keep the cluster' }));
    expect(screen.getByText(/The cluster is kept/)).toBeInTheDocument();
    await user.click(remove);
    expect(screen.queryByText(/The cluster is kept/)).not.toBeInTheDocument();
    await user.type(
      screen.getByRole('textbox', { name: /How you know/ }),
      'gone',
    );
    await user.click(screen.getByRole('button', { name: 'Next' }));
    const section = await screen.findByRole('region', {
      name: 'What still runs',
    });
    expect(section).toHaveTextContent('n-1');
    expect(section).toHaveTextContent('— (Services: not read)');
    expect(screen.getByText(/still run: n-1/)).toBeInTheDocument();
    expect(screen.queryByText('Fields that change')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(await finish()).toMatchObject({
      ...{ operation: 'decommission', spec: marked.spec },
      removal: { confirmedGone: 'gone' },
    });
    const asked = requests.filter(({ url }) => url.endsWith('/preview'));
    expect(asked[0].body).toEqual({
      operation: 'decommission',
      spec: marked.spec,
      removal: { confirmedGone: 'gone' },
    });
  });

  it.each([
    ['Register with Argo CD', '', { argocd: true }],
    [
      'Hand over to Argo CD',
      '  gitops: { argocd: true }\n',
      { argocd: true, handedOver: true },
    ],
    [
      'Take back from Argo CD',
      '  gitops: { argocd: true, handedOver: true }\n',
      { argocd: true },
    ],
  ])('hands over one step at a time: %s', async (button, more, gitops) => {
    const inGit = {
      text: text + more,
      spec: parseClusterSpecYaml(text + more),
    };
    const { user, finish } = await renderForm({
      change: { operation: 'handover' },
      inGit,
    });
    await user.click(await screen.findByRole('button', { name: button }));
    expect((await finish()).spec.spec).toEqual({ ...spec.spec, gitops });
  });

  it('takes the value that a finding suggests, and says so', async () => {
    const { finish } = await renderForm({
      change: { operation: 'pool', finding: 'f-1' },
      detail,
    });
    expect(await screen.findByText(limitFinding.title)).toBeInTheDocument();
    const { spec: wanted } = await finish();
    const [pool] = spec.spec.karpenter.nodePools;
    expect(wanted.spec.karpenter.nodePools).toEqual([
      { ...pool, limits: { cpu: '150', nodes: '9' } },
    ]);
  });

  it.each([
    ['a range that no cluster has', ledgerOf('100.64.0.0/16'), '100.65.0.0/16'],
    ['none while nobody knows the others', undefined, undefined],
  ])('suggests for a subnet that runs dry %s', async (_, ledger, range) => {
    const dry = { ...limitFinding, code: 'clusterworks/subnet-runs-dry' };
    const { finish } = await renderForm({
      change: { operation: 'edit', finding: 'f-1' },
      detail: {
        ...detail,
        assessment: { ...detail.assessment, findings: [dry] },
      },
      ledger,
    });
    const { network } = spec.spec;
    expect((await finish()).spec.spec.network).toEqual({
      ...network,
      ...(range ? { secondaryCidrs: [range] } : {}),
    });
  });

  it('names the pull request that a range overlaps, and wants a reason for each', async () => {
    const pullRequest = { number: 7, url: 'https://x/7', title: 'Reports' };
    const { user } = await renderForm({
      ledger: {
        ...ledgerOf('100.66.0.0/16'),
        reservations: [{ cidr: '100.64.0.0/15', name: 'reports', pullRequest }],
        overlapPolicy: 'acknowledge',
      },
    });
    const area = await screen.findByRole('textbox', { name: /cluster.yaml/ });
    const add = async (cidr: string) => {
      await user.clear(area);
      await user.click(area);
      await user.paste(
        text.replace('/16', `/16\n    secondaryCidrs: [${cidr}]`),
      );
    };
    await add('100.64.0.0/16');
    expect(
      await screen.findByText(/100.64.0.0\/15, which reports gets by/),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Reports' })).toBeInTheDocument();
    const reason = () => screen.findByRole('textbox', { name: /Why the two/ });
    await user.type(await reason(), 'never connected');
    expect(await reason()).toHaveValue('never connected');
    await add('100.66.0.0/17');
    expect(
      await screen.findByText(/overlaps 100.66.0.0\/16 of web/),
    ).toBeInTheDocument();
    expect(await reason()).toHaveValue('');
  });

  it.each([
    ['is over', { operation: 'pool', finding: 'f-2' }],
    ['belongs to another operation', { operation: 'images', finding: 'f-1' }],
    ['is unknown to the backend', { operation: 'pool', finding: 'f-1' }],
  ])('takes nothing from a finding that %s', async (why, change) => {
    const { finish } = await renderForm({
      change,
      ...(why === 'is unknown to the backend' ? {} : { detail }),
    });
    expect((await finish()).spec).toEqual(spec);
    expect(screen.queryByText(limitFinding.title)).not.toBeInTheDocument();
  });

  it('takes what runs in a cluster that is not as git wants it', async () => {
    const { finish } = await renderForm({
      change: { operation: 'edit', differences: true },
      detail: { ...detail, row: differing },
    });
    expect(await screen.findByText('spec.versions.karpenter')).toBeVisible();
    expect(
      screen.getByRole('textbox', { name: /cluster.yaml/ }),
    ).toHaveDisplayValue(/karpenter: "?1\.14\.9/);
    expect((await finish()).spec.spec.versions).toEqual({
      ...spec.spec.versions,
      karpenter: '1.14.9',
    });
  });

  it.each([
    ['is as git wants it', { ...differing, differences: [] }],
    [
      'cannot be compared',
      { ...differing, differences: [{ part: 'karpenter', state: 'unknown' }] },
    ],
  ])('takes nothing from a cluster that %s', async (_, row) => {
    const { finish } = await renderForm({
      change: { operation: 'edit', differences: true },
      detail: { ...detail, row },
    });
    expect((await finish()).spec).toEqual(spec);
  });

  it('takes the newest images', async () => {
    const { user, finish } = await renderForm({
      change: { operation: 'images' },
    });
    await user.click(
      await screen.findByRole('button', { name: /Take the newest/ }),
    );
    expect((await finish()).spec.spec.karpenter.amiRelease).toMatch(/^v20/);
  });

  it('links to the change that is open, and continues it by choice', async () => {
    const { user, requests, finish } = await renderForm({
      inGit: { openChange },
    });
    expect(
      await screen.findByRole('link', { name: openChange.title }),
    ).toHaveAttribute('href', openChange.url);
    await user.click(
      screen.getByRole('button', { name: 'Continue that change' }),
    );
    await waitFor(() =>
      expect(requests.some(({ url }) => url.endsWith('of=change'))).toBe(true),
    );
    await screen.findByText(/This continues a change/);
    expect(await finish()).toMatchObject({
      ...{ continueOpen: true, version: 'open' },
    });
  });

  it('is closed to users without the permission', async () => {
    await renderForm({ inGit: { operations: ['pool'] } });
    expect(
      await screen.findByText('You may not do this to payments-dev.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});
