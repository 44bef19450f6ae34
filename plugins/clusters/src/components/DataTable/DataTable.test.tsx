import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { DataTable, type DataColumn, type DataSort } from '.';

type Pool = { name: string; nodes: number };

const columns: DataColumn<Pool>[] = [
  {
    id: 'name',
    header: 'Name',
    isRowHeader: true,
    sortable: true,
    render: row => row.name,
  },
  { id: 'nodes', header: 'Nodes', align: 'end', render: row => row.nodes },
];

function Example() {
  const [sort, setSort] = useState<DataSort>({
    column: 'name',
    descending: false,
  });
  const [open, setOpen] = useState<string>();
  return (
    <DataTable
      label="Pools"
      columns={columns}
      rows={[
        { name: 'general', nodes: 3 },
        { name: 'gpu', nodes: 1 },
      ]}
      rowKey={row => row.name}
      sort={sort}
      onSortChange={setSort}
      groupOf={row => (row.name === 'gpu' ? 'Accelerated' : 'Plain')}
      details={{
        isOpen: row => row.name === open,
        onToggle: row => setOpen(row.name === open ? undefined : row.name),
        label: row => `Details of ${row.name}`,
        render: row => <p>Everything about {row.name}</p>,
      }}
    />
  );
}

describe('DataTable', () => {
  it('is a real table with row headers and groups', () => {
    render(<Example />);
    const table = screen.getByRole('table', { name: 'Pools' });
    expect(
      within(table).getByRole('rowheader', { name: 'general' }),
    ).toBeInTheDocument();
    expect(within(table).getByText('Accelerated')).toBeInTheDocument();
    expect(
      within(table).getByRole('row', { name: /gpu 1/ }),
    ).toBeInTheDocument();
  });

  it('sorts and opens rows with the keyboard', async () => {
    const user = userEvent.setup();
    render(<Example />);
    const header = screen.getByRole('columnheader', { name: /Name/ });
    expect(header).toHaveAttribute('aria-sort', 'ascending');
    await user.tab();
    await user.keyboard('{Enter}');
    expect(header).toHaveAttribute('aria-sort', 'descending');

    await user.tab();
    expect(
      screen.getByRole('button', { name: 'Details of general' }),
    ).toHaveFocus();
    await user.keyboard(' ');
    expect(screen.getByText('Everything about general')).toBeInTheDocument();
  });
});
