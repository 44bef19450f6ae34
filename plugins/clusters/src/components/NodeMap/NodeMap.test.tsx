import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { NOW } from '@clusterworks/kube-fixtures';
import type {
  ClustersApi,
  NodePod,
  NodeView,
} from '@clusterworks/plugin-clusters-common';
import { useSearchParams } from 'react-router-dom';
import { clustersApiFake } from '../../__testUtils__/clustersApiFake';
import { view } from '../../__testUtils__/clusterFixtures';
import { clustersApiRef } from '../../api';
import { NodeMap } from './NodeMap';

const node = (name: string, overrides: Partial<NodeView> = {}): NodeView => ({
  name,
  nodePool: 'general',
  state: 'ready',
  cpu: 8,
  cpuRequested: 4,
  ...overrides,
});

const PODS: NodePod[] = [
  {
    ...{ pod: 'shop/db-0', owner: 'StatefulSet/db', cpu: 3, memory: 2 ** 30 },
    holds: { why: 'pdb', by: 'shop/db', free: 'add a replica' },
  },
  { pod: 'shop/web-1', cpu: 1, memory: 2 ** 30 },
];

function Address() {
  return <output>{useSearchParams()[0].get('object')}</output>;
}

function renderMap(nodes: NodeView[], overrides: Partial<ClustersApi> = {}) {
  const api = clustersApiFake({
    getNodePods: async (cluster, names) => ({
      ...{ cluster, at: NOW },
      nodes: names.map(name => ({ node: name, total: 2, pods: PODS })),
    }),
    ...overrides,
  });
  renderInTestApp(
    <TestApiProvider apis={[[clustersApiRef, api]]}>
      <NodeMap cluster="search-dev" view={view} nodes={nodes} />
      <Address />
    </TestApiProvider>,
  );
  return (name: string) =>
    screen.getByRole('button', { name: new RegExp(`^${name} · `) });
}

describe('NodeMap', () => {
  it('leads from box to box with arrow keys and opens a node', async () => {
    const user = userEvent.setup();
    const box = renderMap([node('a'), node('b'), node('c')]);
    await screen.findByText(/Point at a box/);
    expect(box('a')).toHaveAttribute('tabindex', '0');
    expect(box('b')).toHaveAttribute('tabindex', '-1');

    act(() => box('a').focus());
    expect(
      screen.getByText(/^a · ready · 50 %/, { selector: 'p' }),
    ).toBeVisible();
    await user.keyboard('{ArrowRight}');
    expect(box('b')).toHaveFocus();
    expect(box('b')).toHaveAttribute('tabindex', '0');
    await user.keyboard('{ArrowUp}{ArrowLeft}');
    expect(box('a')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('status')).toHaveTextContent('Node/a');
  });

  it('says in words what shade and marks say', async () => {
    const box = renderMap([
      node('a', { cpuRequested: 1 }),
      node('b', { cpuRequested: undefined }),
      node('c', { state: 'notReady' }),
    ]);
    await screen.findByText(/Point at a box/);
    expect(box('c')).toHaveTextContent('c · not ready');
    const legend = screen.getByRole('list', { name: /Shades/ });
    expect(
      within(legend)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      '< 25 % 1',
      '< 50 % 0',
      '< 75 % 1',
      '< 90 % 0',
      '≥ 90 % 0',
      'not known 1',
      '◆ not ready 1',
    ]);
    expect(screen.getByText(/nodes.*CPU/)).toHaveTextContent(
      '12 nodes · CPU 56 % · memory 1 % · 75 % spot',
    );
  });

  it('shows the pods of a group, which arrow keys reach, and goes back', async () => {
    const user = userEvent.setup();
    renderMap([node('a'), node('b'), node('c', { nodePool: 'gpu' })]);
    await user.click(await screen.findByRole('button', { name: /general 2/ }));
    const [pod] = await screen.findAllByRole('button', { name: /^shop\/db-0/ });
    expect(pod).toHaveTextContent(
      /StatefulSet\/db · 3 vCPU · 1 GiB · holds the node: .*add a replica/,
    );
    expect(
      screen.queryByRole('button', { name: /^c · / }),
    ).not.toBeInTheDocument();

    act(() => screen.getByRole('button', { name: /^a · / }).focus());
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toHaveTextContent(/^.*shop\//);
    await user.keyboard('{Enter}');
    expect(screen.getByRole('status')).toHaveTextContent('Node/a');

    await user.keyboard('{Escape}');
    expect(
      await screen.findByRole('button', { name: /^c · / }),
    ).toBeInTheDocument();
  });

  it('says why pods are not known', async () => {
    renderMap([node('a')], {
      getNodePods: async cluster => ({
        ...{ cluster, at: NOW, nodes: [] },
        unread: 'pods: forbidden',
      }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /general 1/ }),
    );
    expect(
      await screen.findByText(/pods are not known: pods: forbidden/),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: /^a · / })).toBeInTheDocument();
  });
});
