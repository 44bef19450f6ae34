import type { ReactNode, Ref } from 'react';
import { type GroupFold, GroupTitle } from '../FoldButton';
import styles from './DataTable.module.css';

/** Where a line stands in a table that has only some of its lines. */
export type LinePlace = {
  /** Of all lines below the header. */
  index?: number;
  /** Learns the height of the line. */
  measure?: Ref<HTMLTableRowElement>;
};

/** What tells readers, and the measuring, where a line stands. */
export function placeAttributes({ index, measure }: LinePlace) {
  return index === undefined
    ? {}
    : {
        ref: measure,
        'data-index': index,
        // The header is the first.
        'aria-rowindex': index + 2,
      };
}

/** The heading above the rows of a group. */
export function GroupHeading(props: {
  group: string;
  width: number;
  fold: GroupFold | undefined;
  place: LinePlace;
}) {
  const { group, width, fold } = props;
  return (
    <tr {...placeAttributes(props.place)}>
      <th scope="rowgroup" colSpan={width} className={styles.groupCell}>
        <GroupTitle group={group} fold={fold} />
      </th>
    </tr>
  );
}

/** What a row opens, below it. */
export function DetailsLine(props: {
  width: number;
  place: LinePlace;
  children: ReactNode;
}) {
  return (
    <tr {...placeAttributes(props.place)}>
      <td colSpan={props.width} className={styles.detailsCell}>
        {props.children}
      </td>
    </tr>
  );
}

/** As high as the lines that are not made here. */
export function Gap(props: { width: number; height: number }) {
  return (
    <tr aria-hidden="true" className={styles.gap}>
      <td colSpan={props.width} style={{ height: props.height }} />
    </tr>
  );
}
