import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EpisodeView } from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { useUrlState } from '../../hooks/useUrlState';
import { clustersTranslationRef } from '../../translation';
import { DataTable, type DataColumn } from '../DataTable';
import { FoldButton } from '../FoldButton';
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

function Episodes(props: { label: string; episodes: EpisodeView[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatDuration, formatNumber } = useFormat();
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
    <DataTable
      label={props.label}
      columns={columns}
      rows={props.episodes}
      rowKey={({ reason, kind, from = '' }) => `${reason} ${kind} ${from}`}
    />
  );
}

const isWarning = ({ type }: EpisodeView) => type === 'Warning';

/**
 * Karpenter's events as episodes: warnings first, then the newest; routine is
 * folded. Kubernetes keeps events for an hour by default, so this is not a
 * history.
 */
export function EpisodeTable(props: { episodes: EpisodeView[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const [shown, setShown] = useUrlState('episodes');
  if (props.episodes.length === 0) {
    return <Text as="p">{t('episodes.empty')}</Text>;
  }
  const routine = props.episodes.filter(each => each.routine);
  const others = props.episodes.filter(each => !each.routine);
  const isOpen = shown === 'all';
  return (
    <div className={styles.episodes}>
      {others.length > 0 ? (
        <Episodes
          label={t('episodes.table')}
          episodes={[
            ...others.filter(isWarning),
            ...others.filter(each => !isWarning(each)),
          ]}
        />
      ) : (
        <Text as="p">{t('episodes.noProblems')}</Text>
      )}
      {routine.length > 0 && (
        <>
          <FoldButton
            isOpen={isOpen}
            onToggle={() => setShown(isOpen ? '' : 'all')}
          >
            {t('episodes.routine', { count: routine.length })}
          </FoldButton>
          {isOpen && (
            <Episodes label={t('episodes.routineTable')} episodes={routine} />
          )}
        </>
      )}
      <Text as="p" variant="body-small" color="secondary">
        {t('episodes.note')}
      </Text>
    </div>
  );
}
