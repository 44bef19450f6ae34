import { Fragment, type ReactNode } from 'react';
import { VisuallyHidden } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { Flash } from '../Flash';
import { FoldButton } from '../FoldButton';
import styles from './DataTable.module.css';

/** How the rows of a {@link DataTable} are ordered. */
export type DataSort = { column: string; descending: boolean };

/** Which groups of rows are folded, by what stands above them. */
export type GroupFold = {
  isFolded: (group: string) => boolean;
  toggle: (group: string) => void;
};

/** One column of a {@link DataTable}. */
export type DataColumn<T> = {
  id: string;
  header: string;
  /** Shown when the mouse rests on the header. */
  hint?: string;
  /** Numbers stand at the end, so that digits line up. */
  align?: 'end';
  /**
   * 1 (default) is always shown; 2 gives way below 720 px, 3 below 960 px
   * and 4 below 1080 px of table width.
   */
  priority?: 1 | 2 | 3 | 4;
  /** Names the row for screen readers. */
  isRowHeader?: boolean;
  /**
   * Where rows become blocks, below 520 px of table width: `lead` stands beside
   * the row header, `none` is left out. Otherwise a block has every column,
   * under its name.
   */
  inBlock?: 'lead' | 'none';
  /** Takes the width that the other columns leave, and may wrap. */
  wide?: boolean;
  /** Long words may break; other cells stay on one line. */
  wraps?: boolean;
  sortable?: boolean;
  render: (row: T) => ReactNode;
  /**
   * Shown below the cell when the table is too narrow for columns that matter,
   * and its rows are not blocks.
   */
  narrow?: (row: T) => ReactNode;
  /** The cell lights up once when this changes. */
  signature?: (row: T) => string;
};

type DataTableProps<T> = {
  /** Says what the table holds, for screen readers. */
  label: string;
  columns: DataColumn<T>[];
  rows: T[];
  rowKey: (row: T) => string;
  sort?: DataSort;
  onSortChange?: (sort: DataSort) => void;
  /** Rows that open in place. */
  details?: {
    isOpen: (row: T) => boolean;
    onToggle: (row: T) => void;
    label: (row: T) => string;
    render: (row: T) => ReactNode;
  };
  /** 1 for rows that belong beneath the one before them, which are indented. */
  levelOf?: (row: T) => 0 | 1;
  /** Adds a heading row before the first row of each group. */
  groupOf?: (row: T) => string | undefined;
  /** Makes groups foldable. */
  fold?: GroupFold;
};

function ariaSort(sort: DataSort | undefined, column: string) {
  if (sort?.column !== column) {
    return undefined;
  }
  return sort.descending ? 'descending' : 'ascending';
}

function HeaderCell<T>(props: {
  column: DataColumn<T>;
  sort?: DataSort;
  onSortChange?: (sort: DataSort) => void;
}) {
  const { column, sort, onSortChange } = props;
  const order = ariaSort(sort, column.id);
  const isSortable = Boolean(column.sortable && onSortChange);
  return (
    <th
      scope="col"
      className={styles.headerCell}
      data-align={column.align}
      data-priority={column.priority}
      data-wide={column.wide || undefined}
      data-sortable={isSortable || undefined}
      aria-sort={order}
      title={column.hint}
    >
      {isSortable ? (
        <button
          type="button"
          className={styles.sortButton}
          onClick={() =>
            onSortChange?.({
              column: column.id,
              descending: order === 'ascending',
            })
          }
        >
          {column.header}
          <span aria-hidden="true" className={styles.sortArrow}>
            {order === 'descending' ? '↓' : '↑'}
          </span>
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}

function BodyCell<T>(props: { column: DataColumn<T>; row: T }) {
  const { column, row } = props;
  const content = (
    <>
      <div className={styles.value}>
        {column.signature ? (
          <Flash signature={column.signature(row)}>{column.render(row)}</Flash>
        ) : (
          column.render(row)
        )}
      </div>
      {column.narrow && (
        <div className={styles.narrow}>{column.narrow(row)}</div>
      )}
    </>
  );
  const common = {
    className: styles.cell,
    'data-align': column.align,
    'data-priority': column.priority,
    'data-wide': column.wide || undefined,
    'data-wraps': column.wraps || undefined,
    'data-in-block': column.inBlock,
    'data-name': column.header || undefined,
  };
  return column.isRowHeader ? (
    <th scope="row" {...common}>
      {content}
    </th>
  ) : (
    <td {...common}>{content}</td>
  );
}

function ToggleCell(props: {
  isOpen: boolean;
  label: string;
  onToggle: () => void;
}) {
  return (
    <td className={styles.toggleCell}>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={props.isOpen}
        aria-label={props.label}
        onClick={props.onToggle}
      >
        {props.isOpen ? (
          <RiArrowDownSLine size={16} aria-hidden="true" />
        ) : (
          <RiArrowRightSLine size={16} aria-hidden="true" />
        )}
      </button>
    </td>
  );
}

function GroupHeading(props: {
  group: string;
  width: number;
  fold: GroupFold | undefined;
}) {
  const { group, width, fold } = props;
  return (
    <tr>
      <th scope="rowgroup" colSpan={width} className={styles.groupCell}>
        {fold ? (
          <FoldButton
            isOpen={!fold.isFolded(group)}
            onToggle={() => fold.toggle(group)}
          >
            {group}
          </FoldButton>
        ) : (
          group
        )}
      </th>
    </tr>
  );
}

/**
 * A dense HTML table. Columns can be sorted, rows open in place, less
 * important columns are hidden when the table is narrow, rows become blocks on
 * a phone, and a cell lights up once when its value changes.
 */
export function DataTable<T>(props: DataTableProps<T>) {
  const { columns, rows, rowKey, details, groupOf, fold, levelOf } = props;
  const width = columns.length + (details ? 1 : 0);
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={props.label}>
        <thead>
          <tr>
            {details && (
              <th className={styles.toggleCell}>
                <VisuallyHidden>…</VisuallyHidden>
              </th>
            )}
            {columns.map(column => (
              <HeaderCell
                key={column.id}
                column={column}
                sort={props.sort}
                onSortChange={props.onSortChange}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const group = groupOf?.(row);
            const before = index > 0 ? groupOf?.(rows[index - 1]) : undefined;
            const isFolded = group !== undefined && fold?.isFolded(group);
            const isOpen = details?.isOpen(row) ?? false;
            return (
              <Fragment key={rowKey(row)}>
                {group !== undefined && (index === 0 || group !== before) && (
                  <GroupHeading group={group} width={width} fold={fold} />
                )}
                {!isFolded && (
                  <tr className={styles.row} data-level={levelOf?.(row)}>
                    {details && (
                      <ToggleCell
                        isOpen={isOpen}
                        label={details.label(row)}
                        onToggle={() => details.onToggle(row)}
                      />
                    )}
                    {columns.map(column => (
                      <BodyCell key={column.id} column={column} row={row} />
                    ))}
                  </tr>
                )}
                {isOpen && !isFolded && (
                  <tr>
                    <td colSpan={width} className={styles.detailsCell}>
                      {details?.render(row)}
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
