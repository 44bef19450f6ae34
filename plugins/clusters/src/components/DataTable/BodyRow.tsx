import { memo, type Ref } from 'react';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { Flash } from '../Flash';
import type { DataColumn, RowDetails } from './DataColumn';
import { placeAttributes } from './TableLine';
import styles from './DataTable.module.css';

function BodyCell<T>(props: {
  column: DataColumn<T>;
  row: T;
  isWide: boolean;
}) {
  const { column, row, isWide } = props;
  const content = (
    <>
      <div className={styles.value}>
        {column.signature ? (
          <Flash signature={column.signature(row)}>{column.render(row)}</Flash>
        ) : (
          column.render(row)
        )}
      </div>
      {column.narrow && !isWide && (
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

type BodyRowProps<T> = {
  columns: readonly DataColumn<T>[];
  row: T;
  level: 0 | 1 | undefined;
  isOpen: boolean;
  /** Nothing is made for narrow tables. */
  isWide: boolean;
  details: RowDetails<T> | undefined;
  index: number | undefined;
  measure: Ref<HTMLTableRowElement> | undefined;
};

function PlainRow<T>(props: BodyRowProps<T>) {
  const { columns, row, level, isOpen, isWide } = props;
  const { details, index, measure } = props;
  return (
    <tr
      {...placeAttributes({ index, measure })}
      className={styles.row}
      data-level={level}
    >
      {details && (
        <ToggleCell
          isOpen={isOpen}
          label={details.label(row)}
          onToggle={() => details.onToggle(row)}
        />
      )}
      {columns.map(column => (
        <BodyCell key={column.id} column={column} row={row} isWide={isWide} />
      ))}
    </tr>
  );
}

/**
 * One row. It is rendered again only when its own data or the columns changed,
 * so callers with many rows keep their columns.
 */
export const BodyRow = memo(PlainRow) as typeof PlainRow;
