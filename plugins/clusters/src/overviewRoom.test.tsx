import { screen } from '@testing-library/react';
import { clusterLabels } from '@clusterworks/plugin-clusters-common';
import { clustersApiFake } from './__testUtils__/clustersApiFake';
import { clusterDetail } from './__testUtils__/fixtures';
import { renderEntity, stopClock } from './__testUtils__/renderPages';

stopClock();

describe('the room that the overview keeps while it loads', () => {
  it.each([
    ['healthy', true],
    ['unknown', false],
  ])(
    'is what is to come, of a cluster that is %s: window %s',
    async (health, fillsWindow) => {
      renderEntity(
        clustersApiFake({ getCluster: () => new Promise<never>(() => {}) }),
        'entity-card:clusters/overview',
        {},
        { labels: { [clusterLabels.health]: health } },
      );
      const loading = await screen.findByText('Loading', { exact: false });
      expect(loading.closest('[data-fills-window]') !== null).toBe(fillsWindow);
    },
  );

  it('is little for the history of a cluster that was never seen', async () => {
    const { row: own } = clusterDetail();
    const row = { ...own, connection: { state: 'unreachable' as const } };
    renderEntity(
      clustersApiFake({
        getCluster: async () => ({ row }),
        getHistory: () => new Promise<never>(() => {}),
      }),
      'entity-card:clusters/overview',
    );
    await screen.findByText('The API server cannot be reached');
    const loading = screen.getByText('Loading', { exact: false });
    expect(loading.closest('[data-fills-window]')).toBeNull();
  });
});
