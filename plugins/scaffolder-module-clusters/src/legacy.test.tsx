import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  SecretsContextProvider,
  useCustomFieldExtensions,
} from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { clusterFieldExtensions } from './legacy';

const manifest = {
  title: 'Create Cluster',
  steps: [
    {
      title: 'Cluster',
      schema: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string', 'ui:field': 'ClusterName' },
          nodePools: {
            type: 'array',
            items: { type: 'object' },
            'ui:field': 'ClusterNodePools',
          },
        },
      },
    },
    { title: 'Last', schema: { type: 'object', properties: {} } },
  ],
};

/** The form, with the fields that the scaffolder's page finds below its route. */
function Form({ onFields }: { onFields(names: string[]): void }) {
  const extensions = useCustomFieldExtensions(clusterFieldExtensions);
  onFields(extensions.map(({ name }) => name));
  return (
    <SecretsContextProvider>
      <Stepper
        manifest={manifest}
        extensions={extensions}
        onCreate={jest.fn()}
      />
    </SecretsContextProvider>
  );
}

/** Each `ui:field` of the templates that is none of the scaffolder's own. */
function fieldsOfTemplates(): string[] {
  const templates = path.resolve(__dirname, '../../../templates');
  const names = globSync('**/*.yaml', { cwd: templates }).flatMap(file =>
    [
      ...readFileSync(path.join(templates, file), 'utf8').matchAll(
        /ui:field: ((?:Cluster|Platform)\w+)/g,
      ),
    ].map(([, name]) => name),
  );
  return [...new Set(names)].sort();
}

describe('in an app of the older frontend system', () => {
  it('has every field of the templates, and refuses bad values', async () => {
    const onFields = jest.fn();
    const answer = { revision: 1, totals: { clusters: 0 }, items: [] };
    const fetchFake = async () =>
      new Response(JSON.stringify(answer), {
        headers: { 'content-type': 'application/json' },
      });
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [catalogApiRef, catalogApiMock()],
          [discoveryApiRef, { getBaseUrl: async () => 'http://test' }],
          [fetchApiRef, { fetch: fetchFake as unknown as typeof fetch }],
        ]}
      >
        <Form onFields={onFields} />
      </TestApiProvider>,
    );
    const user = userEvent.setup();
    const templates = fieldsOfTemplates();
    expect(templates).toContain('ClusterPreview');
    expect([...onFields.mock.lastCall?.[0]].sort()).toEqual(templates);

    await user.type(
      await screen.findByRole('textbox', { name: /Cluster name/ }),
      'Bad_Name',
    );
    expect(await screen.findByText('Node pools')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Next' }));
    expect(
      (await screen.findAllByText(/lower-case|\[a-z\]/i)).length,
    ).toBeGreaterThan(0);
    expect(screen.queryByRole('button', { name: 'Back' })).toBeDisabled();
  });
});
