import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EpisodeView } from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { DataTable, type DataColumn } from '../DataTable';
import { ObjectLink } from '../ObjectLink';
import { RelativeTime } from '../RelativeTime';
import styles from './Episodes.module.css';

function About(props: { episode: EpisodeView }) {
  const { kind, objects, objectsTotal } = props.episode;
  const { t } = useTranslationRef(clustersTranslationRef);
  const others = objectsTotal - objects.length;
  return (
    <>
      {kind}{' '}
      {objects.map(({ namespace, name }, index) => (
        <span key={`${namespace ?? ''}/${name}`}>
          {index > 0 && ', '}
          {namespace && `${namespace}/`}
          <ObjectLink kind={kind} name={name} />
        </span>
      ))}
      {others > 0 && ` ${t('episodes.others', { count: others })}`}
    </>
  );
}

/**
 * Karpenter's events as episodes, the newest first. Kubernetes keeps events for
 * an hour by default, so this is not a history.
 */
export function EpisodeTable(props: { episodes: EpisodeView[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatDuration, formatNumber } = useFormat();
  if (props.episodes.length === 0) {
    return <Text as="p">{t('episodes.empty')}</Text>;
  }
  const columns: DataColumn<EpisodeView>[] = [
    {
      id: 'reason',
      header: t('episodes.columns.reason'),
      isRowHeader: true,
      wraps: true,
      render: ({ reason, type }) =>
        type === 'Warning' ? (
          <>
            <span className={styles.warning} aria-hidden="true">
              ▲{' '}
            </span>
            {reason}
          </>
        ) : (
          reason
        ),
    },
    {
      id: 'about',
      header: t('episodes.columns.about'),
      wide: true,
      wraps: true,
      render: episode => (
        <>
          <About episode={episode} />
          <Text as="p" variant="body-small" color="secondary">
            {episode.message}
          </Text>
        </>
      ),
    },
    {
      id: 'count',
      header: t('episodes.columns.count'),
      align: 'end',
      inBlock: 'lead',
      render: ({ count }) => formatNumber(count),
      signature: ({ count }) => String(count),
    },
    {
      id: 'lasts',
      header: t('episodes.columns.lasts'),
      align: 'end',
      priority: 2,
      render: ({ from, until }) =>
        from && until
          ? formatDuration(Date.parse(until) - Date.parse(from))
          : '—',
    },
    {
      id: 'until',
      header: t('episodes.columns.until'),
      align: 'end',
      render: ({ until }) => (until ? <RelativeTime at={until} /> : '—'),
    },
  ];
  return (
    <>
      <DataTable
        label={t('episodes.table')}
        columns={columns}
        rows={props.episodes}
        rowKey={({ reason, kind, from = '' }) => `${reason} ${kind} ${from}`}
      />
      <Text as="p" variant="body-small" color="secondary">
        {t('episodes.note')}
      </Text>
    </>
  );
}
