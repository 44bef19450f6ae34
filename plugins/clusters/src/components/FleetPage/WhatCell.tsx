import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { shortNames, useFormat } from '../../format';
import { useNow } from '../../hooks/useNow';
import { clustersTranslationRef } from '../../translation';
import { MutedMark } from '../Mute/MutedMark';
import { RelativeTime } from '../RelativeTime';
import styles from './FleetPage.module.css';

const SHOWN_NAMES = 3;

/** Which components depend on a cluster, and which workloads keep its nodes. */
function RelatedNames(props: { row: FleetRow }) {
  const { components, heldBy } = props.row;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber } = useFormat();
  const say = (all: readonly string[], total: number) => {
    const names = all.slice(0, SHOWN_NAMES).join(', ');
    const left = total - Math.min(SHOWN_NAMES, all.length);
    return left > 0
      ? t('fleet.andMore', { names, more: formatNumber(left) })
      : names;
  };
  const lines = [
    ...(components && components.total > 0
      ? [
          t('fleet.runs', {
            names: say(
              components.listed.map(ref => ref.replace(/^.*\//s, '')),
              components.total,
            ),
          }),
        ]
      : []),
    ...(heldBy && heldBy.total > 0
      ? [
          t('fleet.keptBy', {
            names: say(
              heldBy.listed.map(
                ({ namespace, workload }) => `${namespace}/${workload}`,
              ),
              heldBy.total,
            ),
          }),
        ]
      : []),
  ];
  return (
    <>
      {lines.map(line => (
        <div key={line} className={styles.quiet}>
          {line}
        </div>
      ))}
    </>
  );
}

/** A freeze of disruption that should have ended. */
function OverdueFreeze({ until }: { until: string | undefined }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const now = useNow();
  return until !== undefined && Date.parse(until) <= now ? (
    <div className={styles.quiet}>
      <RelativeTime
        at={until}
        words={duration => t('fleet.freezeOverdue', { duration })}
      />
    </div>
  ) : null;
}

/**
 * The headline of one cluster, how long it has been true, its components and
 * holders of nodes, and the last known verdict.
 */
export function WhatCell(props: { row: FleetRow }) {
  const { headline, lastKnown, verdict } = props.row;
  const { t } = useTranslationRef(clustersTranslationRef);
  const showLastKnown = verdict === 'unknown' && lastKnown !== undefined;
  return (
    <>
      <span title={headline.text}>{shortNames(headline.text)}</span>
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
      <MutedMark until={headline.mutedUntil} />
      <RelatedNames row={props.row} />
      <OverdueFreeze until={props.row.frozenUntil} />
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
