import {
  cidrsOverlap,
  cidrSize,
  type Cidr,
} from '@clusterworks/plugin-clusters-spec';
import type { AddressBlock } from './addressBlocks';
import styles from './ClusterCidr.module.css';

/** The least width of a block in percent, so that small blocks can be seen. */
const NARROWEST = 3;

/** Left edge and width of a block in percent of the bar. */
function placeOf(cidr: Cidr, within: Cidr) {
  const whole = cidrSize(within);
  const start = Math.max(0, cidr.first - within.first);
  const end = Math.min(whole, cidr.first + cidrSize(cidr) - within.first);
  const width = Math.max(NARROWEST, ((end - start) / whole) * 100);
  const left = Math.min((start / whole) * 100, 100 - width);
  return { left: `${left}%`, width: `${width}%` };
}

/** The blocks in a range as a bar; decoration of what is said in words. */
export function AddressBar(props: {
  within: Cidr;
  blocks: readonly AddressBlock[];
  chosen: Cidr | undefined;
}) {
  const { within, blocks, chosen } = props;
  const isClash =
    chosen && blocks.some(({ cidr }) => cidrsOverlap(cidr, chosen));
  return (
    <span className={styles.bar} aria-hidden="true">
      {blocks.map(({ cidr, kind, name }) => (
        <span
          key={`${cidr.first}/${cidr.prefix} ${kind} ${name}`}
          className={styles.block}
          data-kind={kind}
          style={placeOf(cidr, within)}
        />
      ))}
      {chosen && cidrsOverlap(chosen, within) && (
        <span
          className={styles.block}
          data-kind={isClash ? 'clash' : 'chosen'}
          style={placeOf(chosen, within)}
        />
      )}
    </span>
  );
}
