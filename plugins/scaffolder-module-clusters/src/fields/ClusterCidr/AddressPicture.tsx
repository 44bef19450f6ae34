import { useState } from 'react';
import { Button } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  cidrContains,
  formatCidr,
  privateRangeOf,
  privateRanges,
  tryParseCidr,
  type Cidr,
} from '@clusterworks/plugin-clusters-spec';
import { clusterFormTranslationRef } from '../../translation';
import { AddressBoxes } from './AddressBoxes';
import { AddressOverview } from './AddressOverview';
import type { AddressBlock } from './addressBlocks';
import { boxesOf, windowAround } from './boxesOf';
import styles from './ClusterCidr.module.css';

const KINDS = ['cluster', 'pullRequest', 'reserved', 'chosen', 'free'] as const;

function Legend() {
  const { t } = useTranslationRef(clusterFormTranslationRef);
  return (
    <div className={styles.legend}>
      {KINDS.map(kind => (
        <span key={kind} className={styles.key}>
          <span className={styles.swatch} data-kind={kind} aria-hidden="true" />
          {t(`cidr.legend.${kind}`)}
        </span>
      ))}
    </div>
  );
}

/** The way from the private range to what is shown, each step with a click. */
function Path(props: { root: Cidr; window: Cidr; onOpen(cidr: Cidr): void }) {
  const { root, window, onOpen } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const around = windowAround(window) ?? root;
  const steps = [around, window].filter(
    (step, index, all) =>
      index === all.findIndex(each => formatCidr(each) === formatCidr(step)),
  );
  return (
    <div className={styles.path} role="group" aria-label={t('cidr.ranges')}>
      {privateRanges.map(range => (
        <Button
          key={range.first}
          size="small"
          variant={range.first === root.first ? 'secondary' : 'tertiary'}
          aria-pressed={range.first === root.first}
          onPress={() =>
            onOpen(windowAround({ ...range, prefix: 16 }) ?? range)
          }
        >
          {formatCidr(range)}
        </Button>
      ))}
      {steps.map(step => (
        <Button
          key={formatCidr(step)}
          size="small"
          variant="tertiary"
          onPress={() => onOpen(step)}
        >
          › {formatCidr(step)}
        </Button>
      ))}
    </div>
  );
}

/**
 * The address space of the fleet: the private range as a whole, and below it
 * the part that one looks at. Shows the surroundings of the value until one
 * looks elsewhere.
 */
export function AddressPicture(props: {
  blocks: readonly AddressBlock[];
  value: string;
  /** Prefix length of the block that is wanted. */
  size: number;
  isDisabled?: boolean;
  onChoose(cidr: string): void;
}) {
  const { blocks, value, size, onChoose } = props;
  const [looked, setLooked] = useState<Cidr>();
  const parsed = tryParseCidr(value);
  const chosen = parsed && privateRangeOf(parsed) ? parsed : undefined;
  const [seen, setSeen] = useState(value);
  // Typing another valid value leads back to it, a click in the picture stays.
  if (seen !== value) {
    setSeen(value);
    if (looked && chosen && !cidrContains(looked, chosen)) {
      setLooked(undefined);
    }
  }
  const window =
    looked ??
    (chosen && windowAround(chosen)) ??
    windowAround(blocks[0]?.cidr ?? { ...privateRanges[0], prefix: 16 }) ??
    privateRanges[0];
  const root = privateRangeOf(window) ?? privateRanges[0];
  return (
    <figure className={styles.picture}>
      <AddressOverview
        {...{ root, window, blocks, chosen }}
        onOpen={setLooked}
      />
      <Path root={root} window={window} onOpen={setLooked} />
      <AddressBoxes
        window={window}
        boxes={boxesOf(window, size, blocks)}
        chosen={chosen}
        isDisabled={props.isDisabled}
        onChoose={cidr => {
          setLooked(window);
          onChoose(formatCidr(cidr));
        }}
        onOpen={setLooked}
      />
      <Legend />
    </figure>
  );
}
