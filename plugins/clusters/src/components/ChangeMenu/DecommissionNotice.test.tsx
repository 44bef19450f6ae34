import { screen } from '@testing-library/react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { changeClusterRouteRef } from '../../routes';
import { DecommissionNotice } from './DecommissionNotice';

async function renderNotice(
  row: Partial<FleetRow>,
  annotations: Record<string, string> = {
    'clusterworks.dev/decommission': 'draining',
  },
) {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [
          permissionApiRef,
          {
            authorize: async () => ({ result: 'ALLOW' }),
          } as unknown as typeof permissionApiRef.T,
        ],
      ]}
    >
      <EntityProvider
        entity={{
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Resource',
          metadata: { name: 'payments-dev', annotations },
        }}
      >
        <p>the page</p>
        <DecommissionNotice row={row as FleetRow} />
      </EntityProvider>
    </TestApiProvider>,
    {
      mountedRoutes: {
        '/create/templates/:namespace/:templateName': changeClusterRouteRef,
      },
    },
  );
}

describe('DecommissionNotice', () => {
  it.each<[string, Partial<FleetRow>]>([
    ['is to be taken down', { phase: 'running', provisioned: true }],
    ['is to be taken down', { provisioned: true }],
    ['is being drained', { phase: 'draining', provisioned: true }],
    ['is drained and ready', { drained: true, provisioned: true }],
    ['is destroyed', { drained: true, provisioned: false }],
  ])('says that the cluster %s', async (words, row) => {
    await renderNotice(row);
    expect(screen.getByRole('status')).toHaveTextContent(
      `This cluster ${words}`,
    );
    const link = await screen.findByRole('link', {
      name: 'Remove or keep the cluster',
    });
    expect(link.getAttribute('href')).toContain('decommission');
  });

  it('is absent where git says nothing, whatever the pools say', async () => {
    await renderNotice({ phase: 'draining', provisioned: true }, {});
    expect(screen.getByText('the page')).toBeInTheDocument();
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });
});
