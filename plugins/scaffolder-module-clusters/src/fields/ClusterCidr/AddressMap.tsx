import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  cidrsOverlap,
  cidrSize,
  formatCidr,
  privateRangeOf,
  tryParseCidr,
  type Cidr,
} from '@clusterworks/plugin-clusters-spec';
import { clusterFormTranslationRef } from '../../translation';
import type { TakenBlock } from './takenBlocks';
import styles from './ClusterCidr.module.css';

/** The least width of a block in percent, so that small blocks can be seen. */
const NARROWEST = 0.6;

function Block(props: {
  cidr: Cidr;
  within: Cidr;
  title: string;
  tone: 'taken' | 'chosen' | 'clash';
}) {
  const { cidr, within, title, tone } = props;
  const left = ((cidr.first - within.first) / cidrSize(within)) * 100;
  const width = Math.max(NARROWEST, (cidrSize(cidr) / cidrSize(within)) * 100);
  return (
    <span
      className={styles.block}
      data-tone={tone}
      style={{ left: `${Math.min(left, 100 - width)}%`, width: `${width}%` }}
      title={title}
    />
  );
}

/**
 * The part of the private range that contains all taken blocks and the chosen
 * one.
 */
function windowOf(blocks: Cidr[]): Cidr | undefined {
  const range = blocks[0] && privateRangeOf(blocks[0]);
  if (!range) {
    return undefined;
  }
  const inside = blocks.filter(block => cidrsOverlap(block, range));
  const end = Math.max(...inside.map(block => block.first + cidrSize(block)));
  // The narrowest block of addresses from the start of the range that holds all.
  let window: Cidr = range;
  while (window.prefix < 16) {
    const half: Cidr = { first: range.first, prefix: window.prefix + 1 };
    if (half.first + cidrSize(half) < end) {
      break;
    }
    window = half;
  }
  return window;
}

/**
 * A picture of the address space: the blocks of other clusters, and the chosen
 * block. The table beneath the field says the same in words.
 */
export function AddressMap(props: { taken: TakenBlock[]; chosen: string }) {
  const { taken } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const chosen = tryParseCidr(props.chosen);
  const window = windowOf([
    ...(chosen ? [chosen] : []),
    ...taken.map(block => block.cidr),
  ]);
  if (!window) {
    return null;
  }
  const isClash =
    chosen && taken.some(({ cidr }) => cidrsOverlap(cidr, chosen));
  return (
    <figure className={styles.map}>
      <div
        className={styles.space}
        role="img"
        aria-label={t('cidr.picture', { range: formatCidr(window) })}
      >
        {taken
          .filter(({ cidr }) => cidrsOverlap(cidr, window))
          .map(({ cidr, owner }) => (
            <Block
              key={`${cidr.first}/${cidr.prefix} ${owner}`}
              cidr={cidr}
              within={window}
              title={t('cidr.block', { cidr: formatCidr(cidr), owner })}
              tone="taken"
            />
          ))}
        {chosen && cidrsOverlap(chosen, window) && (
          <Block
            cidr={chosen}
            within={window}
            title={t('cidr.chosen', { cidr: formatCidr(chosen) })}
            tone={isClash ? 'clash' : 'chosen'}
          />
        )}
      </div>
      <figcaption className={styles.caption}>
        {t('cidr.picture', { range: formatCidr(window) })}
      </figcaption>
    </figure>
  );
}
