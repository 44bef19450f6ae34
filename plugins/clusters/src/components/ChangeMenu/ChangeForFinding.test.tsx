import { screen } from '@testing-library/react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import type { Finding } from '@clusterworks/plugin-clusters-common';
import { changeClusterRouteRef } from '../../routes';
import { ChangeForFinding } from './ChangeForFinding';

const finding: Finding = {
  id: 'f-1',
  code: 'karpenter/P3',
  rule: 'nodepool-limit',
  severity: 'critical',
  subject: { apiVersion: 'karpenter.sh/v1', kind: 'NodePool', name: 'general' },
  title: 'NodePool general is at its limit',
  evidence: [],
  remedy: [],
  consequences: [],
};
const ofRepository = { 'clusterworks.dev/spec-path': 'clusters/dev/a/b.yaml' };

// Decisions are remembered for a page, so each test has a cluster of its own.
async function renderChange(options: {
  name?: string;
  code?: string;
  evidence?: Finding['evidence'];
  annotations?: Record<string, string>;
  denied?: boolean;
}) {
  const { code = finding.code, evidence = [] } = options;
  const { annotations = ofRepository } = options;
  const authorize = jest.fn(async () => ({
    result: options.denied ? 'DENY' : 'ALLOW',
  }));
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [
          permissionApiRef,
          { authorize } as unknown as typeof permissionApiRef.T,
        ],
      ]}
    >
      <EntityProvider
        entity={{
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Resource',
          metadata: { name: options.name ?? 'payments-dev', annotations },
        }}
      >
        <p>the finding</p>
        <ChangeForFinding finding={{ ...finding, code, evidence }} />
      </EntityProvider>
    </TestApiProvider>,
    {
      mountedRoutes: {
        '/create/templates/:namespace/:templateName': changeClusterRouteRef,
      },
    },
  );
  return { authorize };
}

describe('ChangeForFinding', () => {
  it('opens the form of the operation, and names only the finding', async () => {
    await renderChange({});
    const link = await screen.findByRole('link', {
      name: 'Raise the limit in cluster.yaml',
    });
    const url = new URL(String(link.getAttribute('href')), 'http://portal');
    expect(url.pathname).toBe('/create/templates/default/change-cluster');
    expect(JSON.parse(String(url.searchParams.get('formData')))).toEqual({
      change: { cluster: 'payments-dev', operation: 'pool', finding: 'f-1' },
    });
  });

  it('offers to change a budget that has no end', async () => {
    await renderChange({
      name: 'budget-dev',
      code: 'karpenter/P6',
      evidence: [
        {
          object: 'NodePool/general',
          path: 'spec.disruption.budgets',
          value: '{"nodes":"0"}',
        },
      ],
    });
    expect(
      await screen.findByRole('link', {
        name: 'Change the budget in cluster.yaml',
      }),
    ).toBeInTheDocument();
  });

  it.each([
    ['no change of the spec resolves it', { code: 'cilium/D07' }],
    ['the user may not change pools', { name: 'search-dev', denied: true }],
  ])('is absent when %s', async (_, options) => {
    await renderChange(options);
    await screen.findByText('the finding');
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('asks for no permission on clusters of no platform repository', async () => {
    const { authorize } = await renderChange({ annotations: {} });
    await screen.findByText('the finding');
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
    expect(authorize).not.toHaveBeenCalled();
  });
});
