import styles from './UsageBar.module.css';

/** From here on a bar asks for attention. */
const NEARLY_FULL = 0.9;

/**
 * A small bar for a share of 0 to 1. It repeats a number that stands beside
 * it as text, so it is hidden from screen readers.
 */
export function UsageBar(props: { share: number | undefined }) {
  if (props.share === undefined) {
    return null;
  }
  const share = Math.min(1, Math.max(0, props.share));
  return (
    <span
      className={styles.bar}
      data-full={share >= NEARLY_FULL || undefined}
      aria-hidden="true"
    >
      <span className={styles.fill} style={{ width: `${share * 100}%` }} />
    </span>
  );
}
