import type { ReactNode } from 'react';
import styles from './Columns.module.css';

/**
 * Two columns where the window is wide enough, and else the second below the
 * first: the order is the same, with what matters most at the top left.
 */
export function Columns(props: { first: ReactNode; second: ReactNode }) {
  return (
    <div className={styles.frame}>
      <div className={styles.columns}>
        <div className={styles.column}>{props.first}</div>
        <div className={styles.column}>{props.second}</div>
      </div>
    </div>
  );
}
