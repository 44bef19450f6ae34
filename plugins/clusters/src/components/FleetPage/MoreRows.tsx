import { useEffect, useRef } from 'react';
import { Button, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FleetResponse } from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { scrollerOf } from '../VirtualLines';
import styles from './FleetPage.module.css';

/**
 * So far below what is seen, in pixels, more is asked for: who scrolls should
 * not come to the end of the page and see it move.
 */
const AHEAD = 5_000;

/**
 * How many of the clusters are shown, and what shows more: by itself when the
 * end of the rows comes near, and a button for those who do not scroll.
 */
export function MoreRows(props: {
  fleet: FleetResponse;
  /** Where all rows are made whether they are seen or not, they are waited for. */
  isAutomatic: boolean;
  /** More is on its way. */
  isBusy: boolean;
  onMore: () => void;
}) {
  const { fleet, isAutomatic, isBusy, onMore } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber } = useFormat();
  const end = useRef<HTMLDivElement>(null);
  const ask = useRef(onMore);
  ask.current = onMore;

  const shown = fleet.items.length;
  const isWatched = isAutomatic && !isBusy;
  useEffect(() => {
    const own = end.current;
    if (!isWatched || !own || typeof IntersectionObserver === 'undefined') {
      return undefined;
    }
    // A new observer tells at once whether the end is near.
    const observer = new IntersectionObserver(
      entries => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) {
          ask.current();
        }
      },
      { root: scrollerOf(own), rootMargin: `0px 0px ${AHEAD}px 0px` },
    );
    observer.observe(own);
    return () => observer.disconnect();
  }, [isWatched, shown]);

  return (
    <div className={styles.more} ref={end}>
      <Text variant="body-small" color="secondary">
        {t('fleet.shown', {
          shown: formatNumber(shown),
          total: formatNumber(fleet.totals.clusters),
        })}
      </Text>
      <Button variant="secondary" onPress={onMore}>
        {t('fleet.more')}
      </Button>
    </div>
  );
}
