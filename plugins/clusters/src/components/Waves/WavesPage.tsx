import { ButtonLink, Link, Text } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Wave } from '@clusterworks/plugin-clusters-common';
import { RiAddLine } from '@remixicon/react';
import { useWaveHrefs } from '../../hooks/useWaveHrefs';
import { fleetRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { DataTable, type DataColumn } from '../DataTable';
import { ReadableTones } from '../ReadableTones';
import { RelativeTime } from '../RelativeTime';
import { LoadingRows, RequestErrorNotice, StateNotice } from '../StateNotice';
import { useWaves } from './useRunningWaves';
import { userName, useWaveWords } from './useWaveWords';
import { WaveStatus } from './WaveStatus';
import styles from './Waves.module.css';

function WavesTable(props: { waves: Wave[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const words = useWaveWords();
  const hrefs = useWaveHrefs();
  const columns: DataColumn<Wave>[] = [
    {
      id: 'name',
      header: t('waves.columns.name'),
      isRowHeader: true,
      render: wave => <Link href={hrefs.one(wave.id)}>{words.name(wave)}</Link>,
    },
    {
      id: 'status',
      header: t('waves.columns.status'),
      wide: true,
      render: wave => (
        <>
          <WaveStatus status={wave.status} />: {words.sentence(wave)}
        </>
      ),
      signature: wave => `${wave.status} ${wave.since}`,
    },
    {
      id: 'progress',
      header: t('waves.columns.progress'),
      render: wave => words.progress(wave),
    },
    {
      id: 'startedBy',
      header: t('waves.columns.startedBy'),
      priority: 2,
      render: wave => userName(wave.startedBy),
    },
    {
      id: 'started',
      header: t('waves.columns.started'),
      priority: 3,
      render: wave => (
        <RelativeTime
          at={wave.startedAt}
          words={duration => t('time.ago', { duration })}
        />
      ),
    },
  ];
  return (
    <DataTable
      label={t('waves.table')}
      columns={columns}
      rows={props.waves}
      rowKey={wave => wave.id}
    />
  );
}

/** The changes of many clusters: those that run first. */
export function WavesPage() {
  const { t } = useTranslationRef(clustersTranslationRef);
  const fleetRoute = useRouteRef(fleetRouteRef);
  const hrefs = useWaveHrefs();
  const { value, error, refresh } = useWaves();
  const content = () => {
    if (!value) {
      return error ? (
        <RequestErrorNotice error={error} onRetry={refresh} />
      ) : (
        <LoadingRows rows={4} />
      );
    }
    return value.items.length > 0 ? (
      <WavesTable waves={value.items} />
    ) : (
      <StateNotice
        kind="empty"
        title={t('waves.emptyTitle')}
        text={t('waves.emptyText')}
      />
    );
  };
  return (
    <ReadableTones as="main">
      <div className={styles.page}>
        <div className={styles.top}>
          <div className={styles.lead}>
            <Text as="h1" variant="title-small">
              {t('waves.title')}
            </Text>
            <Text as="p" variant="body-medium">
              {t('waves.intro')}
            </Text>
          </div>
          <div className={styles.actions}>
            <ButtonLink variant="secondary" size="medium" href={fleetRoute()}>
              {t('waves.back')}
            </ButtonLink>
            <ButtonLink
              variant="primary"
              size="medium"
              href={hrefs.start('')}
              iconStart={<RiAddLine />}
            >
              {t('waves.start')}
            </ButtonLink>
          </div>
        </div>
        {content()}
      </div>
    </ReadableTones>
  );
}
