import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import { scmAuthApiRef } from '@backstage/integration-react';
import { SecretsContextProvider } from '@backstage/plugin-scaffolder-react';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  FormFieldBlueprint,
  Stepper,
} from '@backstage/plugin-scaffolder-react/alpha';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import scaffolderModuleClusters from '.';
import { addFieldIssues } from './fields/addFieldIssues';
import { ClusterCidr } from './fields/ClusterCidr/ClusterCidr';
import { ClusterName } from './fields/ClusterName/ClusterName';
import { validateClusterName } from './fields/ClusterName/validateClusterName';
import { ClusterNodePools } from './fields/ClusterNodePools/ClusterNodePools';
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
    validation: (
      vpcCidr: string,
      errors: { addError(message: string): void },
      { formData }: { formData: object },
    ) => addFieldIssues('vpcCidr', { ...formData, vpcCidr }, errors),
  },
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

/** A backend that knows one cluster and renders three files. */
function backend() {
  const requests: { url: string; body?: unknown }[] = [];
  const fetchFake = jest.fn(async (input: unknown, init?: RequestInit) => {
    const url = String(input);
    requests.push({ url, body: init?.body && JSON.parse(String(init.body)) });
    const answer = url.includes('/v1/render')
      ? rendered
      : {
          revision: 1,
          totals: {
            clusters: 0,
            critical: 0,
            degraded: 0,
            unknown: 0,
            healthy: 0,
          },
          items: [],
        };
    return new Response(JSON.stringify(answer), {
      headers: { 'content-type': 'application/json' },
    });
  });
  return { requests, fetchFake };
}

async function renderForm(onCreate = jest.fn()) {
  const { requests, fetchFake } = backend();
  const getCredentials = jest.fn(async () => ({
    token: 'of-the-user',
    headers: {},
  }));
  const catalog = catalogApiMock({
    entities: [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Resource',
        metadata: {
          name: 'payments-prod',
          annotations: { 'clusterworks.dev/vpc-cidrs': '10.0.0.0/16' },
        },
        spec: { type: 'kubernetes-cluster', owner: 'payments' },
      },
    ],
  });
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [catalogApiRef, catalog],
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
          manifest={manifest}
          extensions={extensions as never}
          onCreate={onCreate}
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
    await waitFor(() => expect(cidr).toHaveValue('10.1.0.0/16'));
    expect(
      screen.getByText('10.1.0.0/16 is free in the whole fleet.'),
    ).toBeInTheDocument();

    await user.clear(cidr);
    await user.type(cidr, '10.0.128.0/20');
    expect(
      screen.getByText(/10.0.128.0\/20 overlaps 10.0.0.0\/16 of payments-prod/),
    ).toBeInTheDocument();
    await user.click(
      screen.getByRole('button', { name: /Use the next free block/ }),
    );
    expect(cidr).toHaveValue('10.1.0.0/16');
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
    expect(screen.queryByText(/Files that will be written/)).toBeNull();
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
    const tree = screen.getByRole('navigation', {
      name: 'Files that will be written',
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
          network: { vpcCidr: '10.1.0.0/16' },
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
  });
});
