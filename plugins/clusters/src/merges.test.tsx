import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  ClusterMerge,
  ClusterMerges,
} from '@clusterworks/plugin-clusters-common';
import { clustersApiFake } from './__testUtils__/clustersApiFake';
import { clusterDetail, clusterMerges } from './__testUtils__/fixtures';
import { renderEntity, stopClock } from './__testUtils__/renderPages';

stopClock();

const render = (
  getMerges: () => Promise<ClusterMerges>,
  overrides: Parameters<typeof clustersApiFake>[0] = {},
) =>
  renderEntity(
    clustersApiFake({ getMerges: jest.fn(getMerges), ...overrides }),
    'entity-card:clusters/overview',
  );

const events = () => screen.findByRole('region', { name: 'What happened' });
/** Nothing is said of merges. */
const NO_WORD = /^((?!merge).)*$/;
const title = '#12 Upgrade cluster search-dev (dev)';

/** An answer that comes when it is told to. */
function later<T>() {
  let answer: (value: T) => void = () => {};
  const promise = new Promise<T>(resolve => {
    answer = resolve;
  });
  return { promise, answer };
}

describe('the merges of a cluster', () => {
  it('stand among what happened, with links to git and to the page that follows them', async () => {
    render(async () => clusterMerges());
    const list = await events();
    const { url } = clusterMerges().merges[0];
    expect(within(list).getByRole('link', { name: title })).toHaveAttribute(
      'href',
      url,
    );
    expect(
      within(list).getByRole('link', { name: 'how far it is: #12' }),
    ).toHaveAttribute(
      'href',
      `/clusters/changes?pull=${encodeURIComponent(url)}`,
    );
    expect(list).toHaveTextContent('clusterworks[bot]');
  });

  it('are signs on the day, in words for the keyboard and in the table', async () => {
    render(async () => clusterMerges());
    const day = await screen.findByRole('region', { name: 'Last 24 hours' });
    expect(day).toHaveTextContent('↣ a pull request of the cluster was merged');
    const time = within(day).getByRole('slider');
    const told = Array.from({ length: 96 }, () => {
      fireEvent.keyDown(time, { key: 'ArrowLeft' });
      return time.getAttribute('aria-valuetext');
    }).filter(text => text?.includes(`merged: ${title}`));
    expect(told).toHaveLength(1);
    await userEvent.click(within(day).getByText('Show as table'));
    const table = screen.getByRole('table', {
      name: 'Values of the last 24 hours',
    });
    expect(within(table).getByRole('link', { name: title })).toBeVisible();
  });

  it.each<[what: string, merge: Partial<ClusterMerge>, text: string]>([
    [
      'an address that is none',
      // eslint-disable-next-line no-script-url
      { url: 'javascript:alert(1)' },
      title,
    ],
    ['markup', { title: '<img src=x onerror=alert(1)>' }, '<img src=x'],
  ])('are shown as text with %s', async (_, merge, text) => {
    const [one] = clusterMerges().merges;
    render(async () => clusterMerges({ merges: [{ ...one, ...merge }] }));
    const list = await events();
    expect(list).toHaveTextContent(text);
    for (const link of within(list).queryAllByRole('link')) {
      expect(link.getAttribute('href')).toMatch(/^(https:|\/)/);
    }
    expect(list.querySelector('img')).toBeNull();
  });

  it.each<[Partial<ClusterMerges>, RegExp]>([
    [{}, NO_WORD],
    [{ missing: 'noRepository', readAt: undefined }, NO_WORD],
    [
      { missing: 'failed', readAt: undefined },
      /Not known which pull requests were merged: /,
    ],
    [{ missing: 'failed' }, /Not known .* merged after .*2026/],
    [{ missing: 'tooMany' }, /Not known which others were merged/],
  ])('say what is not known: %j', async (answer, text) => {
    render(async () => clusterMerges({ merges: [], ...answer }));
    expect(await events()).toHaveTextContent(text);
  });

  it('are not known when the portal does not answer', async () => {
    render(async () => {
      throw new Error('down');
    });
    expect(await events()).toHaveTextContent('Not known which pull requests');
  });

  describe('that come late', () => {
    /** The lines that take room, and whether something is folded. */
    const lines = (list: HTMLElement) =>
      within(list)
        .getAllByRole('listitem')
        .filter(item => !item.closest('details')).length;
    const quiet = {
      getCluster: async () =>
        clusterDetail({ assessment: undefined, view: undefined }),
    };
    const some = (count: number): ClusterMerge[] =>
      Array.from({ length: count }, (_, index) => ({
        ...clusterMerges().merges[0],
        number: 12 - index,
      }));

    it.each([
      [0, 'No pull request of the portal was merged.'],
      [1, title],
      [4, title],
    ])('move nothing: %s', async (count, text) => {
      const { promise, answer } = later<ClusterMerges>();
      render(() => promise, quiet);
      const list = await screen.findByRole(
        'region',
        { name: 'What happened' },
        { timeout: 4_000 },
      );
      expect(list).toHaveTextContent('are being read');
      const before = lines(list);
      await act(async () => answer(clusterMerges({ merges: some(count) })));
      await waitFor(() => expect(list).toHaveTextContent(text));
      expect(lines(list)).toBe(before);
      expect(list).not.toHaveTextContent('are being read');
    });
  });
});
