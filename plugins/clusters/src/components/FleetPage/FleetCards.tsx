import { useMemo, useRef } from 'react';
import { Text } from '@backstage/ui';
import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { type GroupFold, GroupTitle } from '../FoldButton';
import { isLong, useVirtualLines } from '../VirtualLines';
import { type CardLine, cardLines } from './cardLines';
import { FleetCard } from './FleetCard';
import { useGridColumns } from './useGridColumns';
import styles from './FleetPage.module.css';

/** The height of a line of cards before any was measured, in pixels. */
const FIRST_HEIGHT = 250;
/** About a screen. */
const OVERSCAN = 4;

/** The cards beside each other, or the heading of a group. */
function Line(props: { line: CardLine; fold?: GroupFold }) {
  const { line, fold } = props;
  return line.kind === 'group' ? (
    <Text as="h3" weight="bold" className={styles.cardGroup}>
      <GroupTitle group={line.group} fold={fold} />
    </Text>
  ) : (
    <>
      {line.rows.map(row => (
        <FleetCard key={row.entityRef} row={row} />
      ))}
    </>
  );
}

/**
 * The clusters as cards, for small screens and wall displays. Of many cards
 * only those that are seen are made.
 */
export function FleetCards(props: {
  rows: FleetRow[];
  /** How many clusters there will be, if more than there are. */
  total?: number;
  groupOf?: (row: FleetRow) => string;
  fold?: GroupFold;
}) {
  const { rows, total, groupOf, fold } = props;
  const grid = useRef<HTMLDivElement>(null);
  const columns = useGridColumns(grid);

  const lines = useMemo(
    () =>
      columns === undefined
        ? []
        : cardLines({ rows, columns, groupOf, isFolded: fold?.isFolded }),
    [rows, columns, groupOf, fold],
  );
  const keys = useMemo(() => lines.map(({ key }) => key), [lines]);
  const isVirtual = isLong(rows, total);
  const virtual = useVirtualLines<HTMLDivElement>({
    isEnabled: isVirtual,
    keys,
    body: grid,
    firstHeight: FIRST_HEIGHT,
    overscan: OVERSCAN,
  });

  return (
    <div
      className={styles.cards}
      ref={grid}
      onFocus={virtual.onFocus}
      onBlur={virtual.onBlur}
    >
      {virtual.lines.map(line =>
        line.kind === 'gap' ? (
          <div
            key={`gap ${line.after}`}
            aria-hidden="true"
            className={styles.cardGap}
            style={{ height: line.height }}
          />
        ) : (
          <div
            key={keys[line.index]}
            className={styles.cardLine}
            {...(isVirtual && {
              ref: virtual.measure,
              'data-index': line.index,
            })}
          >
            <Line line={lines[line.index]} fold={fold} />
          </div>
        ),
      )}
    </div>
  );
}
