import { type ReactNode, useRef } from 'react';
import { type KeyedList, nextList } from './nextList';
import styles from './Treemap.module.css';

/** Where something is drawn, in pixels. */
export type Box = { left: number; top: number; width: number; height: number };

/**
 * A list of boxes. They change their places in the picture, but not in the
 * list, as long as they are the same ones.
 */
export function Boxes(props: {
  boxes: readonly { key: string; box: Box; content: ReactNode }[];
}) {
  const byKey = new Map(props.boxes.map(one => [one.key, one]));
  const list = useRef<KeyedList>({ number: 0, keys: [] });
  list.current = nextList(list.current, [...byKey.keys()]);
  return (
    <ul key={list.current.number} className={styles.boxes}>
      {list.current.keys.map(key => (
        <li key={key} className={styles.box} style={byKey.get(key)?.box}>
          {byKey.get(key)?.content}
        </li>
      ))}
    </ul>
  );
}
