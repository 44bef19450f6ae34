import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { mockScrolling } from '../../__testUtils__/scrollWindow';
import { DataTable } from './DataTable';
import type { DataColumn } from './DataColumn';

type Cluster = { name: string; nodes: number };

const clusters = (count: number): Cluster[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `cluster-${index}`,
    nodes: 3,
  }));

const rendered = jest.fn((name: string) => name);
const columns: DataColumn<Cluster>[] = [
  {
    id: 'name',
    header: 'Name',
    isRowHeader: true,
    render: ({ name }) => <a href={`#${name}`}>{rendered(name)}</a>,
  },
  { id: 'nodes', header: 'Nodes', align: 'end', render: row => row.nodes },
];

function Grouped(props: { rows: Cluster[] }) {
  const [open, setOpen] = useState<string>();
  return (
    <DataTable
      label="Clusters"
      columns={columns}
      rows={props.rows}
      rowKey={row => row.name}
      groupOf={({ name }) => (name.endsWith('0') ? 'Round' : undefined)}
      details={{
        isOpen: row => row.name === open,
        onToggle: row => setOpen(row.name),
        label: row => `Details of ${row.name}`,
        render: row => <p>Everything about {row.name}</p>,
      }}
    />
  );
}

function Plain(props: { rows: Cluster[]; total?: number }) {
  return (
    <DataTable
      label="Clusters"
      columns={columns}
      rows={props.rows}
      total={props.total}
      rowKey={row => row.name}
    />
  );
}

const link = (index: number) =>
  screen.queryByRole('link', { name: `cluster-${index}` });

const scroll = mockScrolling();
/** Nothing is laid out here: each row is taken to be 48 pixels high. */
const scrollTo = (row: number) => scroll(48 * row);

describe('a table of many rows', () => {
  it('makes those that are seen, and says how many there are', () => {
    render(<Plain rows={clusters(1_000)} />);
    const table = screen.getByRole('table');
    expect(table).toHaveAttribute('aria-rowcount', '1001');
    const rows = screen.getAllByRole('row');
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.length).toBeLessThan(60);
    expect(
      rows.slice(0, 3).map(row => row.getAttribute('aria-rowindex')),
    ).toEqual(['1', '2', '3']);

    scrollTo(500);
    expect(link(0)).not.toBeInTheDocument();
    expect(link(500)?.closest('tr')).toHaveAttribute('aria-rowindex', '502');
    expect(link(999)).not.toBeInTheDocument();
    scrollTo(1_000);
    expect(link(999)).toBeInTheDocument();
  });

  it('keeps the row that has the focus, wherever it is scrolled to', () => {
    render(<Plain rows={clusters(1_000)} />);
    const focused = link(3);
    act(() => focused?.focus());
    scrollTo(500);
    expect(focused).toHaveFocus();
    expect(link(2)).not.toBeInTheDocument();
    act(() => focused?.blur());
    expect(link(3)).not.toBeInTheDocument();
  });

  it('opens rows in place, and has headings of groups', async () => {
    render(<Grouped rows={clusters(1_000)} />);
    expect(screen.getAllByText('Round').length).toBeGreaterThan(1);
    await userEvent.click(
      screen.getByRole('button', { name: 'Details of cluster-4' }),
    );
    const text = screen.getByText('Everything about cluster-4');
    // Below the header, a heading, rows 0 to 4.
    expect(text.closest('tr')).toHaveAttribute('aria-rowindex', '8');
  });

  it('renders only rows whose data changed', () => {
    const rows = clusters(1_000);
    const { rerender } = render(<Plain rows={rows} />);
    rendered.mockClear();
    rerender(
      <Plain
        rows={rows.map((row, at) => (at === 2 ? { ...row, nodes: 4 } : row))}
      />,
    );
    expect(rendered.mock.calls).toEqual([['cluster-2']]);
  });

  it('begins so when more rows will come, and is an ordinary table otherwise', () => {
    const { rerender } = render(<Plain rows={clusters(100)} />);
    expect(screen.getAllByRole('row')).toHaveLength(101);
    expect(screen.getByRole('table')).not.toHaveAttribute('aria-rowcount');
    expect(link(0)?.closest('tr')).not.toHaveAttribute('aria-rowindex');

    rerender(<Plain rows={clusters(100)} total={1_000} />);
    expect(screen.getAllByRole('row').length).toBeLessThan(60);
    rerender(<Plain rows={clusters(100)} />);
    expect(screen.getAllByRole('row')).toHaveLength(101);
  });
});
