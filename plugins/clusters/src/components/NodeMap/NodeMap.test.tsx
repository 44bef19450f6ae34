import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { NodeView } from '@clusterworks/plugin-clusters-common';
import { NodeMap } from './NodeMap';

const node = (name: string): NodeView => ({
  name,
  nodePool: 'general',
  state: 'ready',
  cpu: 8,
  cpuRequested: 4,
});

describe('NodeMap', () => {
  it('shows the node of a box by keyboard and by touch', async () => {
    const user = userEvent.setup();
    renderInTestApp(<NodeMap nodes={[node('a'), node('b'), node('c')]} />);
    const box = (name: string) =>
      screen.getByRole('button', { name: new RegExp(`^${name} · ready`) });
    await screen.findByText(/Point at a box/);
    expect(box('a')).toHaveAttribute('tabindex', '0');
    expect(box('b')).toHaveAttribute('tabindex', '-1');

    await user.click(box('a'));
    expect(screen.getByText(/^a · ready/)).toBeInTheDocument();
    await user.keyboard('{ArrowRight}');
    expect(box('b')).toHaveFocus();
    expect(
      screen.getByText(/^b · ready · 50 % of CPU requested/),
    ).toBeVisible();
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}');
    expect(box('b')).toHaveFocus();
    expect(box('b')).toHaveAttribute('tabindex', '0');
  });
});
