import type { ResourceLedger } from '@clusterworks/plugin-clusters-common';
import { measureNumber } from '../../format';
import styles from './LedgerBar.module.css';

/**
 * A bar from zero to the limit: the requests of pods within the provisioned
 * amount. It repeats numbers beside it, so it is hidden from screen readers. A
 * resource without a limit has no bar.
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
