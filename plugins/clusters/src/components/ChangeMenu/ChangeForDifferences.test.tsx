import { screen } from '@testing-library/react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import type { SpecDifference } from '@clusterworks/plugin-clusters-common';
import { changeClusterRouteRef } from '../../routes';
import { ChangeForDifferences } from './ChangeForDifferences';

const ofRepository = { 'clusterworks.dev/spec-path': 'clusters/dev/a/b.yaml' };
const differs = (part: SpecDifference['part']): SpecDifference => ({
  ...{ part, state: 'differs' },
});

// Decisions are remembered for a page, so each test has a cluster of its own.
async function renderChange(
  name: string,
  differences: SpecDifference[],
  options: { annotations?: Record<string, string>; denied?: boolean } = {},
) {
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
          metadata: {
            name,
            annotations: { ...ofRepository, ...options.annotations },
          },
        }}
      >
        <p>the differences</p>
        <ChangeForDifferences differences={differences} />
      </EntityProvider>
    </TestApiProvider>,
    {
      mountedRoutes: {
        '/create/templates/:namespace/:templateName': changeClusterRouteRef,
      },
    },
  );
}

describe('ChangeForDifferences', () => {
  it.each<[string, string, SpecDifference[], object, object]>([
    [
      'cluster.yaml, beginning with what runs',
      'Mend cluster.yaml',
      [differs('kubernetes'), differs('region')],
      {},
      { operation: 'edit', differences: true },
    ],
    [
      'files that are broken',
      'Mend cluster.yaml',
      [differs('entity')],
      { 'clusterworks.dev/problem': 'spec: bad' },
      { operation: 'edit', differences: true },
    ],
    [
      'the removal of files without a cluster',
      'Remove the files in git',
      [differs('entity')],
      {},
      { operation: 'decommission' },
    ],
  ])('opens %s', async (what, label, differences, annotations, expected) => {
    const name = what.replace(/\W+/g, '-');
    await renderChange(name, differences, {
      annotations: annotations as Record<string, string>,
    });
    const link = await screen.findByRole('link', { name: label });
    const url = new URL(String(link.getAttribute('href')), 'http://portal');
    expect(url.pathname).toBe('/create/templates/default/change-cluster');
    expect(JSON.parse(String(url.searchParams.get('formData')))).toEqual({
      change: { cluster: name, ...expected },
    });
  });

  it.each<[string, SpecDifference[], Parameters<typeof renderChange>[2]]>([
    ['no pull request helps', [differs('region'), differs('addresses')], {}],
    ['nothing is known', [{ part: 'images', state: 'unknown' }], {}],
    ['the user may not edit', [differs('pools')], { denied: true }],
    [
      'the cluster comes from no platform repository',
      [differs('pools')],
      { annotations: { 'clusterworks.dev/spec-path': '' } },
    ],
  ])('is absent when %s', async (why, differences, options) => {
    await renderChange(why.replace(/\W+/g, '-'), differences, options);
    await screen.findByText('the differences');
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
