import { sparklinePath, type TrendPoint } from './sparklinePath';
import styles from './Sparkline.module.css';

const WIDTH = 120;
const HEIGHT = 24;
/** Room for half of the line's width. */
const MARGIN = 1;

/** A trend without axes; its numbers stand beside it as text. */
export function Sparkline(props: { points: TrendPoint[] }) {
  const path = sparklinePath(props.points, WIDTH, HEIGHT);
  return (
    <svg
      className={styles.sparkline}
      viewBox={`${-MARGIN} ${-MARGIN} ${WIDTH + 2 * MARGIN} ${
        HEIGHT + 2 * MARGIN
      }`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}
