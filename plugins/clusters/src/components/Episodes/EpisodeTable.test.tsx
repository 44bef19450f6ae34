import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { EpisodeView } from '@clusterworks/plugin-clusters-common';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { EpisodeTable } from './EpisodeTable';

function episode(reason: string, facts: Partial<EpisodeView> = {}) {
  return {
    ...{ reason, type: 'Normal', count: 3, message: `${reason} it was` },
    ...{ kind: 'NodeClaim', objects: [], objectsTotal: 3 },
    ...facts,
  };
}

const show = (episodes: EpisodeView[], at = '/') =>
  renderInTestApp(<EpisodeTable episodes={episodes} />, {
    initialRouteEntries: [at],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });

const reasons = (table: HTMLElement) =>
  within(table)
    .getAllByRole('rowheader')
    .map(({ textContent }) => textContent);

describe('EpisodeTable', () => {
  const launched = episode('Launched', { routine: true });
  const drifted = episode('DisruptionTerminating');
  const failed = episode('FailedDraining', { type: 'Warning' });

  it('has warnings first, and folds what is routine behind a count', async () => {
    show([launched, drifted, failed]);
    const table = await screen.findByRole('table');
    expect(reasons(table)).toEqual([
      '▲ FailedDraining',
      'DisruptionTerminating',
    ]);
    const fold = screen.getByRole('button', { name: /^1 routine episode/ });
    expect(fold).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(fold);
    expect(fold).toHaveAttribute('aria-expanded', 'true');
    expect(
      reasons(screen.getByRole('table', { name: /^Routine events/ })),
    ).toEqual(['Launched']);
  });

  it('opens what is routine by the address of the page', async () => {
    show(
      [launched, { ...launched, from: '2026-11-22T09:00:00Z' }],
      '/?episodes=all',
    );
    expect(
      await screen.findByText(/nothing out of the ordinary/),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: /^2 routine episodes/ }),
    ).toHaveAttribute('aria-expanded', 'true');
    expect(reasons(screen.getByRole('table'))).toHaveLength(2);
  });

  it('says that there are none', async () => {
    show([]);
    expect(await screen.findByText(/has reported nothing/)).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
