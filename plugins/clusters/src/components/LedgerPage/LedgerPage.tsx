import { useCallback } from 'react';
import { Button, ButtonLink, SearchField, Text } from '@backstage/ui';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ledgerCsv,
  type LedgerResponse,
} from '@clusterworks/plugin-clusters-common';
import { RiDownloadLine } from '@remixicon/react';
import { clustersApiRef } from '../../api';
import { useLive } from '../../hooks/useLive';
import { useUrlState } from '../../hooks/useUrlState';
import { fleetRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { ReadableTones } from '../ReadableTones';
import { LoadingRows, RequestErrorNotice, StateNotice } from '../StateNotice';
import { FreeRanges } from './FreeRanges';
import { filterRanges } from './ledgerFilter';
import { LedgerTable } from './LedgerTable';
import styles from './LedgerPage.module.css';

function download(ledger: LedgerResponse) {
  const url = URL.createObjectURL(
    new Blob([ledgerCsv(ledger)], { type: 'text/csv' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = 'cluster-addresses.csv';
  link.click();
  URL.revokeObjectURL(url);
}

function Sentence(props: { ledger?: LedgerResponse }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { ledger } = props;
  const overlapping = ledger?.ranges.filter(one => one.overlapsTotal > 0) ?? [];
  const [first] = overlapping;
  return (
    <div className={styles.sentence}>
      <Text as="h1" variant="title-small">
        {t('ledger.title')}
      </Text>
      <Text as="p" variant="body-medium">
        {ledger &&
          (first
            ? t('ledger.overlap', {
                count: overlapping.length,
                cidr: first.cidr,
                cluster: first.cluster,
              })
            : t('ledger.noOverlap'))}
      </Text>
    </div>
  );
}

function Ledger(props: { ledger: LedgerResponse }) {
  const { ranges, unknown, free } = props.ledger;
  const { t } = useTranslationRef(clustersTranslationRef);
  const [filter, setFilter] = useUrlState('q');
  const shown = filterRanges(ranges, filter);
  return (
    <>
      {unknown.length > 0 && (
        <StateNotice
          kind="forbidden"
          title={t('ledger.unknown', { count: unknown.length })}
          text={unknown
            .map(({ cluster, reason }) => `${cluster}: ${reason}`)
            .join('; ')}
        />
      )}
      <SearchField
        aria-label={t('ledger.filter')}
        placeholder={t('ledger.filter')}
        className={styles.filter}
        value={filter}
        onChange={setFilter}
      />
      {shown.length > 0 ? (
        <LedgerTable ranges={shown} />
      ) : (
        <StateNotice kind="empty" title={t('ledger.emptyTitle')} />
      )}
      <FreeRanges free={free} />
    </>
  );
}

/**
 * The ranges of addresses of all clusters: what overlaps first, then the
 * ranges, then what no cluster has.
 */
export function LedgerPage() {
  const { t } = useTranslationRef(clustersTranslationRef);
  const clustersApi = useApi(clustersApiRef);
  const fleetRoute = useRouteRef(fleetRouteRef);
  const load = useCallback(
    (signal: AbortSignal) => clustersApi.getLedger({ signal }),
    [clustersApi],
  );
  const { value, error, refresh } = useLive({
    owner: clustersApi,
    key: 'ledger',
    load,
  });
  const content = () => {
    if (value) {
      return <Ledger ledger={value} />;
    }
    return error ? (
      <RequestErrorNotice error={error} onRetry={refresh} />
    ) : (
      <LoadingRows rows={6} />
    );
  };
  return (
    <ReadableTones as="main">
      <div className={styles.page}>
        <div className={styles.top}>
          <Sentence ledger={value} />
          <div className={styles.actions}>
            <ButtonLink variant="secondary" size="medium" href={fleetRoute()}>
              {t('ledger.back')}
            </ButtonLink>
            <Button
              variant="secondary"
              size="medium"
              iconStart={<RiDownloadLine />}
              isDisabled={!value}
              onPress={() => value && download(value)}
            >
              {t('ledger.download')}
            </Button>
          </div>
        </div>
        {content()}
      </div>
    </ReadableTones>
  );
}
