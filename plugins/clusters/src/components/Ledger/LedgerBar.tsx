import type { ResourceLedger } from '@clusterworks/plugin-clusters-common';
import { measureNumber } from '../../format';
import styles from './LedgerBar.module.css';

/**
 * One bar from nothing to the limit: what pods request inside of what is
 * provisioned. It repeats numbers that stand beside it, so it is hidden from
 * screen readers; a resource without a limit has no whole to be drawn in.
 */
export function LedgerBar(props: { entry: ResourceLedger }) {
  const { limit, provisioned, requested } = props.entry;
  if (!limit) {
    return null;
  }
  const width = (value: number | undefined) =>
    `${Math.min(100, Math.max(0, ((value ?? 0) / limit) * 100))}%`;
  return (
    <span className={styles.bar} aria-hidden="true">
      <span
        className={styles.provisioned}
        style={{ width: width(measureNumber(provisioned)) }}
      />
      <span
        className={styles.requested}
        style={{ width: width(requested && measureNumber(requested)) }}
      />
    </span>
  );
}
