import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FleetQuery } from '@clusterworks/plugin-clusters-common';
import { clustersApiFake } from './__testUtils__/clustersApiFake';
import { fleetResponse } from './__testUtils__/fixtures';
import { fleetRow } from './__testUtils__/fleetRow';
import { renderFleet, stopClock } from './__testUtils__/renderPages';
import { mockScrolling } from './__testUtils__/scrollWindow';

stopClock();
const scrollTo = mockScrolling();

/** A backend that gives at most 2,000 of its clusters at once. */
function backendOf(count: number) {
  const rows = Array.from({ length: count }, (_, index) =>
    fleetRow({ name: `cluster-${index}` }),
  );
  return jest.fn(async ({ limit = 100, cursor = '0' }: FleetQuery = {}) => {
    const from = Number(cursor);
    const until = from + Math.min(limit, 2_000);
    return {
      ...fleetResponse(rows.slice(from, until)),
      totals: { ...fleetResponse().totals, clusters: count },
      nextCursor: until < count ? String(until) : undefined,
    };
  });
}

/** The end of the rows comes near when a test says so. */
function watchEnds() {
  const watched = new Set<() => void>();
  class Observer {
    readonly #tell: () => void;

    constructor(tell: (entries: { isIntersecting: boolean }[]) => void) {
      this.#tell = () => tell([{ isIntersecting: true }]);
    }

    observe() {
      watched.add(this.#tell);
    }

    disconnect() {
      watched.delete(this.#tell);
    }
  }
  Object.assign(window, { IntersectionObserver: Observer });
  return () => act(async () => watched.forEach(tell => tell()));
}

afterEach(() => {
  Reflect.deleteProperty(window, 'IntersectionObserver');
});

const limits = (getFleet: ReturnType<typeof backendOf>) =>
  getFleet.mock.calls.map(([query]) => [query?.limit, query?.cursor]);

describe('fleet page of many clusters', () => {
  it('asks for twice as many when the end of the rows comes near', async () => {
    const comeNear = watchEnds();
    const getFleet = backendOf(250);
    renderFleet(clustersApiFake({ getFleet }));
    expect(await screen.findByText('100 of 250 clusters')).toBeInTheDocument();
    await comeNear();
    expect(await screen.findByText('200 of 250 clusters')).toBeInTheDocument();
    await comeNear();
    await waitFor(() =>
      expect(screen.queryByText(/of 250 clusters/)).not.toBeInTheDocument(),
    );
    expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '251');
    expect(limits(getFleet)).toEqual([
      [100, undefined],
      [200, undefined],
      [400, undefined],
    ]);
  });

  it('makes cards only where they are seen, and asks for more by itself', async () => {
    const comeNear = watchEnds();
    renderFleet(
      clustersApiFake({ getFleet: backendOf(250) }),
      '/clusters?view=cards',
    );
    await screen.findByText('100 of 250 clusters');
    await comeNear();
    await screen.findByText('200 of 250 clusters');
    await comeNear();
    await waitFor(() =>
      expect(screen.queryByText(/of 250 clusters/)).not.toBeInTheDocument(),
    );
    const cards = () => screen.getAllByRole('link', { name: /^cluster-/ });
    expect(cards()[0]).toHaveTextContent('cluster-0');
    expect(cards().length).toBeLessThan(20);
    // Nothing is laid out here: one card is in a line, of 250 pixels.
    scrollTo(250 * 200);
    expect(screen.getByRole('link', { name: 'cluster-200' })).toBeVisible();
    expect(
      screen.queryByRole('link', { name: 'cluster-0' }),
    ).not.toBeInTheDocument();
    expect(cards().length).toBeLessThan(20);
  });

  it('makes all cards of a small fleet', async () => {
    renderFleet(
      clustersApiFake({ getFleet: backendOf(100) }),
      '/clusters?view=cards',
    );
    await screen.findByRole('link', { name: 'cluster-99' });
    expect(screen.getAllByRole('link', { name: /^cluster-/ })).toHaveLength(
      100,
    );
  });

  it('makes more of the map only when asked to', async () => {
    const comeNear = watchEnds();
    renderFleet(
      clustersApiFake({ getFleet: backendOf(250) }),
      '/clusters?view=map',
    );
    await screen.findByText('100 of 250 clusters');
    await comeNear();
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('200 of 250 clusters')).toBeInTheDocument();
  }, 60_000);

  it('goes on where one answer of the backend ends', async () => {
    const comeNear = watchEnds();
    const getFleet = backendOf(3_000);
    renderFleet(clustersApiFake({ getFleet }));
    for (const shown of ['100', '200', '400', '800', '1,600']) {
      await screen.findByText(`${shown} of 3,000 clusters`);
      await comeNear();
    }
    await waitFor(() =>
      expect(screen.getByRole('table')).toHaveAttribute(
        'aria-rowcount',
        '3001',
      ),
    );
    expect(limits(getFleet).slice(-2)).toEqual([
      [2_000, undefined],
      [1_200, '2000'],
    ]);
  });

  it('asks for the history of the clusters that are seen', async () => {
    const getFleetHistory = jest.fn(clustersApiFake().getFleetHistory);
    renderFleet(clustersApiFake({ getFleet: backendOf(90), getFleetHistory }));
    await screen.findByRole('table');
    await waitFor(() => expect(getFleetHistory).toHaveBeenCalledTimes(1));
    expect(getFleetHistory.mock.calls[0][0]).toHaveLength(90);
  });

  it('asks for the history of others when they are scrolled to', async () => {
    const comeNear = watchEnds();
    const getFleetHistory = jest.fn(clustersApiFake().getFleetHistory);
    renderFleet(clustersApiFake({ getFleet: backendOf(150), getFleetHistory }));
    await screen.findByText('100 of 150 clusters');
    await comeNear();
    await waitFor(() =>
      expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '151'),
    );
    // Nothing is laid out here: each row is taken to be 48 pixels high.
    scrollTo(48 * 140);
    await waitFor(() =>
      expect(getFleetHistory).toHaveBeenLastCalledWith(
        expect.arrayContaining(['cluster-149']),
        expect.anything(),
      ),
    );
    const [names] = getFleetHistory.mock.calls.at(-1) ?? [];
    expect(names).toHaveLength(50);
  });
});
