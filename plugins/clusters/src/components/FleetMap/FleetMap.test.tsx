import { act, screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { fleetRow } from '../../__testUtils__/fleetRow';
import { exact } from '../../__testUtils__/measures';
import { FleetMap } from './FleetMap';

/** The clusters whose tiles were rendered. */
const mockRendered: string[] = [];

jest.mock('../VerdictMark', () => ({
  ClusterMark: (props: { row: FleetRow }) => {
    mockRendered.push(props.row.name);
    return null;
  },
}));

const hrefOf = jest.fn((row: FleetRow) => `/${row.name}`);

function rowsOf(count: number): FleetRow[] {
  return Array.from({ length: count }, (_, index) =>
    fleetRow({ name: `cluster-${index}` }),
  );
}

/** A map whose clusters, and the page around it, change when told so. */
async function showMap(first: FleetRow[]) {
  let show: (rows: FleetRow[]) => void = () => {};
  let renderPage: () => void = () => {};
  function Page() {
    const [rows, setRows] = useState(first);
    const [turn, setTurn] = useState(0);
    show = setRows;
    renderPage = () => setTurn(turn + 1);
    return (
      <>
        <p>Turn {turn}</p>
        <FleetMap rows={rows} hrefOf={hrefOf} />
      </>
    );
  }
  renderInTestApp(<Page />);
  await screen.findByRole('link', { name: 'cluster-0' });
  mockRendered.length = 0;
  hrefOf.mockClear();
  return {
    show: (rows: FleetRow[]) => show(rows),
    renderPage: () => act(() => renderPage()),
  };
}

const tileOf = (name: string) =>
  screen.getByRole('link', { name }).closest('li');

describe('FleetMap', () => {
  it('renders only the tiles whose clusters changed', async () => {
    const rows = rowsOf(40);
    const { show } = await showMap(rows);
    const before = tileOf('cluster-3')?.getAttribute('style');
    const grown = { ...rows[7], nodes: exact(900) };
    act(() => show(rows.with(7, grown)));
    expect(mockRendered).toContain('cluster-7');
    // All others moved; some of them lost the room for their sentence.
    expect(tileOf('cluster-3')?.getAttribute('style')).not.toBe(before);
    mockRendered.length = 0;
    const worse = { ...grown, verdict: 'critical' as const };
    act(() => show(rows.with(7, worse)));
    expect(mockRendered).toEqual(['cluster-7']);
  });

  it('is not laid out anew when the page around it is rendered', async () => {
    const { renderPage } = await showMap(rowsOf(40));
    renderPage();
    expect(screen.getByText('Turn 1')).toBeInTheDocument();
    expect(hrefOf).not.toHaveBeenCalled();
  });

  it('lets the page answer an input before it draws other clusters', async () => {
    const rows = rowsOf(3);
    const { show } = await showMap(rows);
    act(() => {
      flushSync(() => show([...rows, fleetRow({ name: 'new-one' })]));
      expect(
        screen.queryByRole('link', { name: 'new-one' }),
      ).not.toBeInTheDocument();
    });
    expect(screen.getByRole('link', { name: 'new-one' })).toBeInTheDocument();
  });

  it('keeps the focus, and each tile in its place in the list', async () => {
    const rows = rowsOf(40);
    const { show } = await showMap(rows);
    const names = () =>
      screen.getAllByRole('link').map(one => one.getAttribute('aria-label'));
    const before = names();
    const link = screen.getByRole('link', { name: 'cluster-30' });
    act(() => link.focus());
    const moved: Node[] = [];
    const observer = new MutationObserver(records =>
      moved.push(...records.flatMap(({ addedNodes }) => [...addedNodes])),
    );
    observer.observe(document.body, { childList: true, subtree: true });
    await act(async () =>
      show(rows.with(30, { ...rows[30], nodes: exact(60) })),
    );
    observer.disconnect();
    expect(link).toHaveFocus();
    expect(names()).toEqual(before);
    expect(moved.filter(node => node.nodeName === 'LI')).toEqual([]);
  });

  it.each([
    [150, true],
    [151, false],
  ])('of %s clusters lets tiles glide: %s', async (count, glides) => {
    await showMap(rowsOf(count));
    const map = tileOf('cluster-0')?.closest('[data-glides]') ?? null;
    expect(map !== null).toBe(glides);
  });
});
