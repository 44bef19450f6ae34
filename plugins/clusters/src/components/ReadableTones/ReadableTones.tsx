import type { ReactNode } from 'react';
import styles from './ReadableTones.module.css';

/**
 * Everything of ours stands in one of these. The quiet, warning and danger
 * tones of the theme are too faint for small text on cards, in both schemes;
 * in here they are mixed with the colour of text until they can be read.
 */
export function ReadableTones(props: {
  /** `main` for a page of our own; tabs and cards stand in one already. */
  as?: 'main' | 'div';
  children: ReactNode;
}) {
  const Element = props.as ?? 'div';
  return <Element className={styles.tones}>{props.children}</Element>;
}
