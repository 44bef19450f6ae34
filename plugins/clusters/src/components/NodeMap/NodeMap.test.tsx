import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { NodeView } from '@clusterworks/plugin-clusters-common';
import { useSearchParams } from 'react-router-dom';
import { view } from '../../__testUtils__/clusterFixtures';
import { NodeMap } from './NodeMap';

const node = (name: string, overrides: Partial<NodeView> = {}): NodeView => ({
  name,
  nodePool: 'general',
  state: 'ready',
  cpu: 8,
  cpuRequested: 4,
  ...overrides,
});

function Address() {
  return <output>{useSearchParams()[0].get('object')}</output>;
}

function renderMap(nodes: NodeView[]) {
  renderInTestApp(
    <>
      <NodeMap view={view} nodes={nodes} />
      <Address />
    </>,
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
});
