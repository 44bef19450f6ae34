import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { fleetRow } from '../../__testUtils__/fleetRow';
import { ClusterTile, roomOf } from './ClusterTile';

describe('ClusterTile', () => {
  it.each([
    ['sentence', 150, 100],
    ['nodes', 149, 100],
    ['nodes', 150, 99],
    ['name', 150, 57],
    ['name', 72, 24],
    ['mark', 71, 24],
    ['mark', 72, 23],
    ['nothing', 15, 100],
    ['nothing', 100, 17],
  ])('shows a %s in %s × %s pixels', (room, width, height) => {
    expect(roomOf({ width, height })).toBe(room);
  });

  it.each(['nothing', 'mark', 'name', 'nodes', 'sentence'] as const)(
    'is a link with the name and a verdict that can be heard: %s',
    async room => {
      const row = fleetRow({ name: 'orders', verdict: 'critical' });
      renderInTestApp(<ClusterTile row={row} href="/orders" room={room} />);
      const link = await screen.findByRole('link', { name: 'orders' });
      expect(link).toHaveAttribute('href', '/orders');
      expect(screen.getByText('Critical')).toBeInTheDocument();
      const { text } = row.headline;
      expect(screen.queryByText(text) !== null).toBe(room === 'sentence');
    },
  );
});
