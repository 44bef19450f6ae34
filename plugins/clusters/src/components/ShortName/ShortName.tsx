import styles from './ShortName.module.css';

/**
 * A name in a cell, which ends with an ellipsis where it would push the other
 * columns out of the table. The whole name is there on hover, for screen
 * readers, and wherever rows are blocks.
 */
export function ShortName(props: { name: string }) {
  return (
    <span className={styles.name} title={props.name}>
      {props.name}
    </span>
  );
}
