import type { DataColumn, DataSort } from './DataColumn';
import styles from './DataTable.module.css';

function ariaSort(sort: DataSort | undefined, column: string) {
  if (sort?.column !== column) {
    return undefined;
  }
  return sort.descending ? 'descending' : 'ascending';
}

/** The name of a column, which sorts the rows where that is possible. */
export function HeaderCell<T>(props: {
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
