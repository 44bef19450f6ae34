import { useEffect, useMemo, useRef } from 'react';
import { VisuallyHidden } from '@backstage/ui';
import { BodyRow } from './BodyRow';
import type { GroupFold } from '../FoldButton';
import type { DataColumn, DataSort, RowDetails } from './DataColumn';
import { dataLines } from './dataLines';
import { isLong, useVirtualLines } from '../VirtualLines';
import { HeaderCell } from './HeaderCell';
import { DetailsLine, Gap, GroupHeading } from './TableLine';
import { useFrozenWidths } from './useFrozenWidths';
import styles from './DataTable.module.css';

/** The height of a row before any was measured, in pixels. */
const FIRST_HEIGHT = 48;
/** About a screen. */
const OVERSCAN = 15;
/** As in the style sheet: in wider tables nothing for narrow ones is shown. */
const NARROW = 720;

type DataTableProps<T> = {
  /** Says what the table holds, for screen readers. */
  label: string;
  columns: DataColumn<T>[];
  rows: T[];
  rowKey: (row: T) => string;
  /** How many rows there will be, if more than there are. */
  total?: number;
  sort?: DataSort;
  onSortChange?: (sort: DataSort) => void;
  /** Rows that open in place. */
  details?: RowDetails<T>;
  /** 1 for rows that belong beneath the one before them, which are indented. */
  levelOf?: (row: T) => 0 | 1;
  /** Adds a heading row before the first row of each group. */
  groupOf?: (row: T) => string | undefined;
  /** Makes groups foldable. */
  fold?: GroupFold;
  /** Is told which rows are seen, if there are too many to make all of them. */
  onSeen?: (first: T, last: T) => void;
};

/**
 * A dense HTML table. Columns can be sorted, rows open in place, less
 * important columns are hidden when the table is narrow, rows become blocks on
 * a phone, and a cell lights up once when its value changes. Of many rows only
 * those that are seen are made.
 */
export function DataTable<T>(props: DataTableProps<T>) {
  const { columns, rows, rowKey, details, groupOf, fold, levelOf } = props;
  const { total, onSeen } = props;
  const frame = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);

  const lines = useMemo(
    () =>
      dataLines({
        ...{ rows, rowKey, groupOf },
        isFolded: fold?.isFolded,
        isOpen: details?.isOpen,
      }),
    [rows, rowKey, groupOf, fold, details],
  );
  const keys = useMemo(() => lines.map(({ key }) => key), [lines]);
  const isVirtual = isLong(rows, total);
  const widths = useFrozenWidths(
    frame,
    isVirtual,
    columns.map(({ id, header }) => `${id} ${header}`).join(','),
  );
  const virtual = useVirtualLines<HTMLTableRowElement>({
    isEnabled: isVirtual,
    isSampled: isVirtual && !widths,
    keys,
    body,
    firstHeight: FIRST_HEIGHT,
    overscan: OVERSCAN,
  });
  const isWide = (widths?.frame ?? 0) > NARROW;
  const width = widths?.cells.length || columns.length + (details ? 1 : 0);

  const { startIndex = 0, endIndex = -1 } = virtual.seen ?? {};
  useEffect(() => {
    const seen = lines
      .slice(startIndex, endIndex + 1)
      .flatMap(line => (line.kind === 'row' ? line.row : []));
    if (onSeen && seen.length > 0) {
      onSeen(seen[0], seen[seen.length - 1]);
    }
  }, [lines, startIndex, endIndex, onSeen]);

  const lineAt = (at: number) => {
    const line = lines[at];
    const index = isVirtual ? at : undefined;
    const measure = isVirtual ? virtual.measure : undefined;
    switch (line.kind) {
      case 'group':
        return (
          <GroupHeading
            key={line.key}
            group={line.group}
            width={width}
            fold={fold}
            place={{ index, measure }}
          />
        );
      case 'row':
        return (
          <BodyRow
            key={line.key}
            columns={columns}
            row={line.row}
            level={levelOf?.(line.row)}
            isOpen={line.isOpen}
            isWide={isWide}
            details={details}
            index={index}
            measure={measure}
          />
        );
      default:
        return (
          <DetailsLine key={line.key} width={width} place={{ index, measure }}>
            {details?.render(line.row)}
          </DetailsLine>
        );
    }
  };

  return (
    <div className={styles.frame} ref={frame}>
      <table
        className={styles.table}
        aria-label={props.label}
        aria-rowcount={isVirtual ? lines.length + 1 : undefined}
        data-virtual={isVirtual || undefined}
        data-frozen={widths !== undefined || undefined}
        style={widths && { width: widths.table || undefined }}
      >
        {widths && (
          <colgroup>
            {widths.cells.map((cell, at) => (
              // Columns have no identity of their own here.
              // eslint-disable-next-line react/no-array-index-key
              <col key={at} style={{ width: cell }} />
            ))}
          </colgroup>
        )}
        <thead>
          <tr aria-rowindex={isVirtual ? 1 : undefined}>
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
        <tbody ref={body} onFocus={virtual.onFocus} onBlur={virtual.onBlur}>
          {virtual.lines.map(line =>
            line.kind === 'line' ? (
              lineAt(line.index)
            ) : (
              <Gap
                key={`gap ${line.after}`}
                width={width}
                height={line.height}
              />
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}
