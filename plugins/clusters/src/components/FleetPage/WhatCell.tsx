import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { RelativeTime } from '../RelativeTime';
import styles from './FleetPage.module.css';

/**
 * The headline of one cluster, how long it has been true, and the last known
 * verdict.
 */
export function WhatCell(props: { row: FleetRow }) {
  const { headline, lastKnown, verdict } = props.row;
  const { t } = useTranslationRef(clustersTranslationRef);
  const showLastKnown = verdict === 'unknown' && lastKnown !== undefined;
  return (
    <>
      {headline.text}
      {headline.since && (
        <>
          {' '}
          <RelativeTime
            at={headline.since}
            atLeast={headline.sinceAtLeast}
            words={duration => `(${duration})`}
          />
        </>
      )}
      {showLastKnown && (
        <span className={styles.quiet}>
          {' · '}
          <RelativeTime
            at={lastKnown.at}
            words={duration =>
              t('fleet.lastSeen', {
                verdict: t(`verdict.${lastKnown.verdict}`).toLowerCase(),
                duration,
              })
            }
          />
        </span>
      )}
    </>
  );
}
