import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import { scmAuthApiRef } from '@backstage/integration-react';
import { SecretsContextProvider } from '@backstage/plugin-scaffolder-react';
import {
  FormFieldBlueprint,
  Stepper,
} from '@backstage/plugin-scaffolder-react/alpha';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import scaffolderModuleClusters from '.';
import { ClusterCidr } from './fields/ClusterCidr/ClusterCidr';
import { validateClusterCidr } from './fields/ClusterCidr/validateClusterCidr';
import { ClusterName } from './fields/ClusterName/ClusterName';
import { validateClusterName } from './fields/ClusterName/validateClusterName';
import { ClusterNodePools } from './fields/ClusterNodePools/ClusterNodePools';
import { ClusterOverlap } from './fields/ClusterOverlap/ClusterOverlap';
import { ClusterPreview } from './fields/ClusterPreview/ClusterPreview';
import { ClusterVersions } from './fields/ClusterVersions/ClusterVersions';

const manifest = {
  title: 'Create Cluster',
  steps: [
    {
      title: 'Cluster',
      schema: {
        type: 'object',
        required: ['name', 'owner'],
        properties: {
          name: { type: 'string', 'ui:field': 'ClusterName' },
          owner: { type: 'string', default: 'group:default/payments' },
          environment: { type: 'string', default: 'dev' },
          region: { type: 'string', default: 'eu-west-1' },
          vpcCidr: { type: 'string', 'ui:field': 'ClusterCidr' },
          overlapAcknowledgement: {
            type: 'string',
            'ui:field': 'ClusterOverlap',
          },
          profile: { type: 'string', 'ui:field': 'ClusterVersions' },
          nodePools: {
            type: 'array',
            items: { type: 'object' },
            'ui:field': 'ClusterNodePools',
          },
        },
      },
    },
    {
      title: 'Preview',
      schema: {
        type: 'object',
        properties: {
          preview: {
            type: 'string',
            'ui:field': 'ClusterPreview',
            'ui:options': {
              requestUserCredentials: {
                secretsKey: 'USER_OAUTH_TOKEN',
                repository: 'https://github.com/acme/platform',
              },
            },
          },
        },
      },
    },
  ],
};

const extensions = [
  {
    name: 'ClusterName',
    component: ClusterName,
    validation: validateClusterName,
  },
  {
    name: 'ClusterCidr',
    component: ClusterCidr,
    validation: validateClusterCidr,
  },
  { name: 'ClusterOverlap', component: ClusterOverlap },
  { name: 'ClusterVersions', component: ClusterVersions },
  { name: 'ClusterNodePools', component: ClusterNodePools },
  { name: 'ClusterPreview', component: ClusterPreview },
];

const rendered = {
  summary: 'A private cluster in eu-west-1, 3 zones, 10.1.0.0/16',
  warnings: [
    { code: 'endpoint-needs-route', message: 'The endpoint is private.' },
  ],
  files: [
    { path: 'clusters/dev/search/cluster.yaml', content: 'kind: Cluster' },
    {
      path: 'terraform/environments/dev/search/main.tf',
      content: 'module "x" {}',
    },
    { path: 'policies/baseline.yaml', content: 'kind: Policy' },
  ],
};

const compared = {
  ...{ summary: rendered.summary, warnings: rendered.warnings },
  ...{ untouched: 1, conflicts: [] },
  repository: 'https://github.com/acme/platform',
  files: rendered.files.slice(0, 2).map(({ path, content }) => ({
    ...{ path, change: 'added', isRecord: false },
    diff: `diff --git a/${path} b/${path}
new file mode 100644
--- /dev/null
+++ b/${path}
@@ -0,0 +1,1 @@
+${content}
`,
  })),
};

const facts = { entityRef: '', addresses: 1, overlaps: [], overlapsTotal: 0 };
const ledger = {
  ranges: [
    { ...facts, cluster: 'payments-prod', cidr: '10.1.0.0/16', kind: 'vpc' },
    { ...facts, cluster: 'search-dev', cidr: '10.2.0.0/20', kind: 'vpc' },
  ],
  unknown: [],
  reservations: [
    { cidr: '10.4.0.0/16', name: 'offices' },
    {
      cidr: '10.5.0.0/16',
      name: 'reports-dev',
      pullRequest: { number: 7, url: 'https://git.example/7', title: 'Create' },
    },
  ],
  sizes: [{ environment: 'prod', prefix: 18 }],
  free: { certainty: 'exact', blocks: [] },
};

type Refusal = { name: string; message: string; status: number };

/** A backend that knows two clusters and renders three files. */
function backend(
  addresses: object | undefined,
  comparison: object | { error: Refusal } = compared,
) {
  const requests: { url: string; body?: unknown }[] = [];
  const answerTo = (url: string) => {
    if (url.includes('/v1/render')) {
      return rendered;
    }
    if (url.includes('/v1/ledger')) {
      return addresses;
    }
    if (url.includes('/v1/creation/preview')) {
      return comparison;
    }
    const none = { critical: 0, degraded: 0, unknown: 0, healthy: 0 };
    return { revision: 1, totals: { clusters: 0, ...none }, items: [] };
  };
  const fetchFake = jest.fn(async (input: unknown, init?: RequestInit) => {
    const url = String(input);
    requests.push({ url, body: init?.body && JSON.parse(String(init.body)) });
    const answer: { error?: Refusal } | undefined = answerTo(url);
    return new Response(JSON.stringify(answer ?? {}), {
      status: answer ? answer.error?.status ?? 200 : 503,
      headers: { 'content-type': 'application/json' },
    });
  });
  return { requests, fetchFake };
}

async function renderForm(
  options: {
    ledger?: object;
    comparison?: object;
    initialState?: object;
    /** Begins with the review. */
    isReview?: boolean;
  } = { ledger },
) {
  const onCreate = jest.fn();
  const { requests, fetchFake } = backend(options.ledger, options.comparison);
  const getCredentials = jest.fn(async () => ({
    token: 'of-the-user',
    headers: {},
  }));
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [
          discoveryApiRef,
          { getBaseUrl: async () => 'http://test/api/clusters' },
        ],
        [fetchApiRef, { fetch: fetchFake as unknown as typeof fetch }],
        [scmAuthApiRef, { getCredentials }],
      ]}
    >
      <SecretsContextProvider>
        <Stepper
          manifest={
            options.isReview
              ? { ...manifest, steps: manifest.steps.slice(1) }
              : manifest
          }
          extensions={extensions as never}
          onCreate={onCreate}
          initialState={options.initialState as never}
        />
      </SecretsContextProvider>
    </TestApiProvider>,
  );
  return { requests, onCreate, getCredentials, user: userEvent.setup() };
}

describe('Create Cluster form', () => {
  it('offers its five fields to the scaffolder', async () => {
    const fields = [
      'cluster-name',
      'cluster-cidr',
      'cluster-versions',
      'cluster-node-pools',
      'cluster-preview',
    ].map(name => `scaffolder-form-field:scaffolder/${name}`);
    for (const id of fields) {
      expect(
        (
          scaffolderModuleClusters as unknown as {
            extensions: { id: string }[];
          }
        ).extensions.map(extension => extension.id),
      ).toContain(id);
    }
    const tester = createExtensionTester(
      FormFieldBlueprint.make({
        name: 'cluster-name',
        params: {
          field: async () =>
            createFormField({ name: 'ClusterName', component: ClusterName }),
        },
      }),
    );
    const load = tester.get(FormFieldBlueprint.dataRefs.formFieldLoader);
    expect(await load()).toBeDefined();
  });

  it('proposes the next free block and warns of an overlap', async () => {
    const { user } = await renderForm();
    const cidr = await screen.findByRole('textbox', { name: /VPC CIDR/ });
    await waitFor(() => expect(cidr).toHaveValue('10.3.0.0/16'));
    expect(
      screen.getByText('10.3.0.0/16 is free in the whole fleet.'),
    ).toBeInTheDocument();

    await user.clear(cidr);
    await user.type(cidr, '10.1.128.0/20');
    expect(
      screen.getByText(
        /10.1.128.0\/20 .* overlaps 10.1.0.0\/16 of payments-prod/,
      ),
    ).toBeInTheDocument();
    await user.click(
      screen.getByRole('button', { name: /Use the next free block/ }),
    );
    expect(cidr).toHaveValue('10.2.16.0/20');
  });

  it('warns of what an open pull request and the configuration reserve', async () => {
    const { user } = await renderForm();
    const cidr = await screen.findByRole('textbox', { name: /VPC CIDR/ });
    await waitFor(() => expect(cidr).toHaveValue('10.3.0.0/16'));
    await user.clear(cidr);
    await user.type(cidr, '10.5.0.0/16');
    expect(
      screen.getByText(/overlaps 10.5.0.0\/16, which reports-dev gets by/),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Create' })).toHaveAttribute(
      'href',
      'https://git.example/7',
    );
    await user.clear(cidr);
    await user.type(cidr, '10.4.0.0/16');
    expect(screen.getByText(/reserved for offices/)).toBeInTheDocument();
    await user.clear(cidr);
    await user.type(cidr, '192.168.0.0/16');
    expect(screen.getByText(/often have this range too/)).toBeInTheDocument();
    // Half a value is not called free.
    await user.clear(cidr);
    await user.type(cidr, '10.9.0.0/');
    expect(screen.queryByText(/is free/)).toBeNull();
  });

  it('chooses a block in the picture, by mouse and by keys', async () => {
    const { user } = await renderForm();
    const cidr = await screen.findByRole('textbox', { name: /VPC CIDR/ });
    await waitFor(() => expect(cidr).toHaveValue('10.3.0.0/16'));
    const boxes = screen.getByRole('group', { name: 'Blocks of 10.0.0.0/12' });
    expect(within(boxes).getAllByRole('button')).toHaveLength(16);
    const taken = within(boxes).getByRole('button', {
      name: '10.1.0.0/16, payments-prod',
    });
    await user.click(taken);
    expect(cidr).toHaveValue('10.3.0.0/16');
    await user.click(
      within(boxes).getByRole('button', { name: /10.6.0.0\/16, free/ }),
    );
    expect(cidr).toHaveValue('10.6.0.0/16');
    await user.keyboard('{ArrowRight}{Enter}');
    expect(cidr).toHaveValue('10.7.0.0/16');

    // A block that is taken in part is opened.
    await user.click(
      within(boxes).getByRole('button', { name: /10.2.0.0\/16.*open/ }),
    );
    await user.click(
      screen.getByRole('button', { name: /10.2.16.0\/20, free/ }),
    );
    expect(cidr).toHaveValue('10.2.16.0/20');

    // Another part of the address space, from the overview.
    await user.click(
      within(
        screen.getByRole('group', { name: 'Parts of 10.0.0.0/8' }),
      ).getByRole('button', { name: /^10.240.0.0\/12/ }),
    );
    expect(
      screen.getByRole('group', { name: 'Blocks of 10.240.0.0/12' }),
    ).toBeInTheDocument();
  });

  it('has the picture as a table, which can be chosen from, too', async () => {
    const { user } = await renderForm();
    const cidr = await screen.findByRole('textbox', { name: /VPC CIDR/ });
    await waitFor(() => expect(cidr).toHaveValue('10.3.0.0/16'));
    await user.click(screen.getByText('Show as table'));
    const table = await screen.findByRole('table', {
      name: /Blocks that are taken/,
    });
    for (const text of [
      'payments-prod',
      'reserved for offices',
      'reports-dev, in pull request 7',
    ]) {
      expect(within(table).getByText(text)).toBeInTheDocument();
    }
    await user.click(
      within(table).getByRole('button', { name: 'Use 10.8.0.0/16' }),
    );
    expect(cidr).toHaveValue('10.8.0.0/16');
  });

  it('calls nothing free beside clusters of unknown addresses, and names them', async () => {
    await renderForm({
      ledger: {
        ...ledger,
        unknown: [
          { cluster: 'legacy', entityRef: '', reason: 'no annotation' },
        ],
        free: { certainty: 'atMost', reason: 'legacy unknown', blocks: [] },
      },
    });
    expect(
      await screen.findByText(/as far as it is known: legacy unknown/),
    ).toBeInTheDocument();
    expect(
      screen.getByText('The addresses of 1 cluster are not known: legacy.'),
    ).toBeInTheDocument();
  });

  it('says when the addresses of the fleet cannot be read', async () => {
    await renderForm({});
    expect(
      await screen.findByText(/overlaps were not checked/),
    ).toBeInTheDocument();
  });

  it('refuses a bad value with the message of the spec and goes no further', async () => {
    const { user } = await renderForm();
    await user.type(
      await screen.findByRole('textbox', { name: /Cluster name/ }),
      'Bad_Name',
    );
    const cidr = screen.getByRole('textbox', { name: /VPC CIDR/ });
    await user.clear(cidr);
    await user.type(cidr, '10.40.0.1/16');
    await user.click(screen.getByRole('button', { name: 'Next' }));
    // Both at once.
    expect(
      (await screen.findAllByText(/lower-case|\[a-z\]/i)).length,
    ).toBeGreaterThan(0);
    expect(
      (await screen.findAllByText(/10.40.0.0\/16/)).length,
    ).toBeGreaterThan(0);
    expect(screen.queryByText(/Compared with/)).toBeNull();
  });

  /** Fills in the range of another cluster, and tries to go on. */
  async function overlapWith(overlapPolicy: string) {
    const { user, requests } = await renderForm({
      ledger: { ...ledger, overlapPolicy },
    });
    await user.type(
      await screen.findByRole('textbox', { name: /Cluster name/ }),
      'search',
    );
    const cidr = screen.getByRole('textbox', { name: /VPC CIDR/ });
    await waitFor(() => expect(cidr).toHaveValue('10.3.0.0/16'));
    expect(screen.queryByRole('textbox', { name: /Why the two/ })).toBeNull();
    await user.clear(cidr);
    await user.type(cidr, '10.1.0.0/17');
    await user.click(screen.getByRole('button', { name: 'Next' }));
    // Once, although it was said while typing, too.
    const both =
      /^10.1.0.0\/17 of search overlaps 10.1.0.0\/16 of payments-prod/;
    await waitFor(() => expect(screen.getAllByText(both)).toHaveLength(1));
    expect(cidr).toBeInvalid();
    return { user, requests, cidr };
  }

  it('takes no overlap with another cluster', async () => {
    const { user, cidr } = await overlapWith('refuse');
    expect(screen.queryByRole('textbox', { name: /Why the two/ })).toBeNull();
    expect(screen.queryByText(rendered.summary)).toBeNull();

    // A pull request makes no cluster of what it asks for.
    await user.clear(cidr);
    await user.type(cidr, '10.5.0.0/17');
    await user.click(screen.getByRole('button', { name: 'Next' }));
    expect(
      await screen.findByText(
        /^10.5.0.0\/17 of search overlaps 10.5.0.0\/16, which reports-dev gets by Create$/,
      ),
    ).toBeInTheDocument();

    // With the same range, both may be in one VPC: the server decides.
    await user.clear(cidr);
    await user.type(cidr, '10.1.0.0/16');
    expect(
      await screen.findByText(/overlaps 10.1.0.0\/16 of payments-prod/),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Next' }));
    expect(await screen.findByText(rendered.summary)).toBeInTheDocument();
  });

  it('takes an overlap with a reason, where the portal allows that', async () => {
    const { user, requests, cidr } = await overlapWith('acknowledge');
    const reason = () => screen.getByRole('textbox', { name: /Why the two/ });
    await user.type(reason(), 'both are mine');
    expect(reason()).toHaveValue('both are mine');
    // It was given for that range.
    await user.clear(cidr);
    await user.type(cidr, '10.1.0.0/18');
    expect(reason()).toHaveValue('');
    await user.type(reason(), 'never connected');
    await user.click(screen.getByRole('button', { name: 'Next' }));
    expect(await screen.findByText(rendered.summary)).toBeInTheDocument();
    expect(requests.at(-1)?.body).toMatchObject({
      overlapAcknowledgement: 'never connected',
    });
  });

  it.each([
    [false, /^28–/],
    [true, /^110$/],
  ])('says how many pods nodes have with prefixes: %s', async (isOn, pods) => {
    await renderForm({
      ledger,
      initialState: {
        nodePools: [{ preset: 'gpu' }],
        options: { cilium: { prefixDelegation: isOn } },
      },
    });
    const [term] = await screen.findAllByText('Pods for each node');
    expect(term.nextElementSibling).toHaveTextContent(pods);
  });

  it('edits pools and shows the files of the pull request before it is made', async () => {
    const { user, requests, onCreate, getCredentials } = await renderForm();
    await user.type(
      await screen.findByRole('textbox', { name: /Cluster name/ }),
      'search',
    );
    await user.click(screen.getByRole('button', { name: 'Add a pool' }));
    const second = screen.getByRole('group', { name: 'Pool 2' });
    await user.type(
      within(second).getByRole('textbox', { name: 'Limit, GPUs' }),
      '16',
    );
    expect(
      within(second).getByText(/on-demand is tried first/),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Next' }));

    expect(await screen.findByText(rendered.summary)).toBeInTheDocument();
    expect(screen.getByText('The endpoint is private.')).toBeInTheDocument();
    // What changes in the repository comes first, each file as a whole later.
    expect(
      await screen.findByText('Compared with https://github.com/acme/platform'),
    ).toBeInTheDocument();
    expect(screen.getByText('2 files change')).toBeInTheDocument();
    expect(screen.getByText('1 other file stays as it is.')).toBeVisible();
    expect(
      screen.getByRole('region', {
        name: 'clusters/dev/search/cluster.yaml',
      }),
    ).toHaveTextContent('kind: Cluster');
    await user.click(
      screen.getByText('All 3 files of the cluster, as a whole'),
    );
    const tree = await screen.findByRole('navigation', {
      name: 'Files of the cluster',
    });
    await user.click(
      within(tree).getByRole('button', {
        name: 'terraform/environments/dev/search/main.tf',
      }),
    );
    expect(
      screen.getByRole('region', {
        name: /Content of terraform.environments.dev.search.main.tf/,
      }),
    ).toHaveTextContent(/module/);
    const render = requests.find(({ url }) => url.endsWith('/v1/render'));
    expect(render?.body).toMatchObject({
      spec: {
        metadata: { name: 'search', owner: 'group:default/payments' },
        spec: {
          network: { vpcCidr: '10.3.0.0/16' },
          karpenter: {
            nodePools: [
              { name: 'general', preset: 'general' },
              {
                name: 'gpu',
                preset: 'gpu',
                limits: { 'nvidia.com/gpu': '16' },
              },
            ],
          },
        },
      },
    });

    await user.click(screen.getByRole('button', { name: 'Review' }));
    await user.click(await screen.findByRole('button', { name: 'Create' }));
    expect(onCreate).toHaveBeenCalledWith(
      expect.objectContaining({ name: 'search', preview: rendered.summary }),
    );
    // The template asks for a token, which never becomes a value of the form.
    expect(getCredentials).toHaveBeenCalledWith({
      url: 'https://github.com/acme/platform',
      additionalScope: { repoWrite: true },
    });
    expect(JSON.stringify(onCreate.mock.calls)).not.toContain('of-the-user');
    // It is read with it, once it is there, and only then.
    const comparisons = requests.filter(({ url }) =>
      url.endsWith('/v1/creation/preview'),
    );
    expect(comparisons.map(({ body }) => body)).toEqual([
      { spec: (render?.body as { spec: object }).spec, token: 'of-the-user' },
    ]);
  });

  /** The review of a cluster that the backend compares like this. */
  async function reviewOf(comparison: object) {
    await renderForm({
      comparison,
      isReview: true,
      initialState: {
        ...{ name: 'search', owner: 'group:default/payments' },
        ...{ environment: 'dev', region: 'eu-west-1' },
        vpcCidr: '10.3.0.0/16',
      },
    });
    expect(await screen.findByText(rendered.summary)).toBeInTheDocument();
  }

  it.each<[what: string, error: Refusal, said: RegExp]>([
    [
      'git cannot be read',
      { name: 'Error', message: 'GitHub answered 502', status: 500 },
      /^Not compared with the platform .*: GitHub answered 502/,
    ],
    [
      'the pull request would be refused',
      { name: 'ConflictError', message: '"search" is taken', status: 409 },
      /^The pull request would be refused: "search" is taken/,
    ],
  ])('says that %s, and shows the files', async (_what, error, said) => {
    const { status: statusCode } = error;
    await reviewOf({ error, response: { statusCode } });
    expect(await screen.findByRole('alert')).toHaveTextContent(said);
    expect(
      screen.getByRole('navigation', { name: 'Files of the cluster' }),
    ).toBeInTheDocument();
    expect(screen.queryByText(/Compared with/)).toBeNull();
  });

  it('tells of files that clash, of shared ones, and of an open pull request', async () => {
    const [file] = compared.files;
    await reviewOf({
      ...compared,
      files: [{ ...file, path: 'policies/baseline.yaml' }],
      conflicts: [{ path: 'platform/x.yaml', reason: 'is not ours' }],
      openChange: {
        ...{ operation: 'create', branch: 'b', number: 7 },
        ...{ url: 'https://git.example/7', title: 'Create cluster search' },
      },
    });
    expect(await screen.findByText('platform/x.yaml')).toBeInTheDocument();
    expect(
      screen.getByText(/1 of them is shared by all clusters/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Create cluster search' }),
    ).toHaveAttribute('href', 'https://git.example/7');
    expect(screen.getByText(/This one would update it/)).toBeInTheDocument();
  });
});
