import type { SubnetAddressesView } from '@clusterworks/plugin-clusters-common';
import { measureNumber } from '../../format';
import styles from './SubnetMap.module.css';

/** More notches than this cannot be counted. */
const MOST_NOTCHES = 40;

/**
 * The addresses of a subnet from 0 to its end: used, warm, and what is left at
 * most, with a notch for each node that still fits. It repeats numbers that
 * stand beside it.
 */
export function SubnetBar(props: { subnet: SubnetAddressesView }) {
  const { usable, used, warm, room } = props.subnet;
  const whole = measureNumber(usable);
  if (!whole) {
    return null;
  }
  const free = measureNumber(room.addresses);
  const nodes = measureNumber(room.nodes) ?? 0;
  const percent = (value: number) =>
    `${Math.min(100, Math.max(0, (value / whole) * 100))}%`;
  const own = measureNumber(used);
  // Without the use of each node, what they hold is all that is known.
  const parts =
    own === undefined
      ? [{ part: 'held', value: free === undefined ? 0 : whole - free }]
      : [
          { part: 'used', value: own },
          { part: 'warm', value: measureNumber(warm) ?? 0 },
          ...(free === undefined
            ? []
            : [
                {
                  part: 'held',
                  value: whole - free - own - (measureNumber(warm) ?? 0),
                },
              ]),
        ];
  return (
    <span className={styles.bar} aria-hidden="true">
      {parts.map(({ part, value }) => (
        <span key={part} data-part={part} style={{ width: percent(value) }} />
      ))}
      {free !== undefined && nodes > 0 && nodes <= MOST_NOTCHES && (
        <span
          className={styles.notches}
          style={{
            width: percent(free),
            backgroundSize: `${100 / nodes}% 100%`,
          }}
        />
      )}
    </span>
  );
}
