import { useMemo, useState } from 'react';
import { Button, ButtonLink, Link, Text } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiAddLine } from '@remixicon/react';
import {
  type FleetRow,
  parseFleetFilter,
} from '@clusterworks/plugin-clusters-common';
import { type FleetAnswer, useFleet } from '../../hooks/useFleet';
import { useWaveHrefs } from '../../hooks/useWaveHrefs';
import { useNewestOf } from '../../hooks/useNewestOf';
import { createClusterRouteRef, fleetRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { FilterProblems, FleetFilter } from '../FleetFilter';
import { ReadableTones } from '../ReadableTones';
import { LoadingRows, RequestErrorNotice, StateNotice } from '../StateNotice';
import { FleetRows } from './FleetRows';
import { FleetSentence } from './FleetSentence';
import { MoreRows } from './MoreRows';
import { FleetViewControls } from './FleetViewControls';
import { useFleetView } from './useFleetView';
import { VerdictCounts } from './VerdictCounts';
import styles from './FleetPage.module.css';

/** Each time twice as many as before are asked for: few answers, few rows twice. */
const FIRST_ROWS = 100;
const NO_ROWS: FleetRow[] = [];

function CreateClusterButton() {
  const { t } = useTranslationRef(clustersTranslationRef);
  const createRoute = useRouteRef(createClusterRouteRef);
  if (!createRoute) {
    return null;
  }
  return (
    <ButtonLink
      variant="primary"
      size="medium"
      href={createRoute({
        namespace: 'default',
        templateName: 'create-cluster',
      })}
      iconStart={<RiAddLine />}
    >
      {t('fleet.create')}
    </ButtonLink>
  );
}

function AddressesButton() {
  const { t } = useTranslationRef(clustersTranslationRef);
  const fleetRoute = useRouteRef(fleetRouteRef);
  return (
    <ButtonLink
      variant="secondary"
      size="medium"
      href={`${fleetRoute()}/addresses`}
    >
      {t('ledger.title')}
    </ButtonLink>
  );
}

/** Quiet, because captures come from people who were sent one. */
function ReplayLink() {
  const { t } = useTranslationRef(clustersTranslationRef);
  const fleetRoute = useRouteRef(fleetRouteRef);
  return (
    <Link variant="body-small" href={`${fleetRoute()}/replay`}>
      {t('replay.title')}
    </Link>
  );
}

function WavesButton(props: { filter: string }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const hrefs = useWaveHrefs();
  return (
    <ButtonLink
      variant="secondary"
      size="medium"
      href={props.filter ? hrefs.start(props.filter) : hrefs.all}
    >
      {props.filter ? t('waves.start') : t('waves.title')}
    </ButtonLink>
  );
}

function FleetEmpty(props: { filter: string; onClear: () => void }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  return props.filter ? (
    <StateNotice
      kind="empty"
      title={t('fleet.noMatchTitle')}
      action={
        <Button size="small" variant="secondary" onPress={props.onClear}>
          {t('fleet.clearFilter')}
        </Button>
      }
    />
  ) : (
    <StateNotice
      kind="empty"
      title={t('fleet.emptyTitle')}
      text={t('fleet.emptyText')}
    />
  );
}

/**
 * Every cluster of the fleet: the headline first, then the counts, then the
 * rows.
 */
export function FleetPage() {
  const { t } = useTranslationRef(clustersTranslationRef);
  const view = useFleetView();
  const { filter, setFilter, sort, descending } = view;
  const [limit, setLimit] = useState(FIRST_ROWS);
  const { problems } = useMemo(() => parseFleetFilter(filter), [filter]);
  const isWrong = problems.length > 0;
  const { value, error, refresh } = useFleet(
    { filter, sort, descending, limit },
    { paused: isWrong },
  );
  const newest = useNewestOf<FleetAnswer>(value);
  // Clusters of another selection are shown only while the answer to this one
  // is under way, never beside an error.
  const answer = isWrong || (error && !value) ? undefined : newest;
  const fleet = answer?.fleet;

  // What would stand above and below the rows would be moved by them.
  if (!answer && !error && !isWrong) {
    return (
      <ReadableTones as="main">
        <div className={styles.page}>
          <FleetSentence fleet={undefined} isWrongFilter={false} />
          <LoadingRows rows={10} fillsWindow />
        </div>
      </ReadableTones>
    );
  }

  const content = () => {
    if (isWrong) {
      return (
        <FilterProblems
          filter={filter}
          problems={problems}
          onFilterChange={setFilter}
        />
      );
    }
    if (!answer) {
      return error && <RequestErrorNotice error={error} onRetry={refresh} />;
    }
    if (answer.fleet.items.length === 0) {
      return (
        <FleetEmpty
          filter={answer.selection.filter}
          onClear={() => setFilter('')}
        />
      );
    }
    return <FleetRows answer={answer} view={view} />;
  };

  return (
    <ReadableTones as="main">
      <div className={styles.page}>
        <div className={styles.top}>
          <div className={styles.lead}>
            <FleetSentence fleet={fleet} isWrongFilter={isWrong} />
            <VerdictCounts
              totals={fleet?.totals}
              filter={filter}
              onFilterChange={setFilter}
            />
          </div>
          <div className={styles.actions}>
            <WavesButton filter={isWrong ? '' : filter} />
            <AddressesButton />
            <CreateClusterButton />
          </div>
        </div>
        <div className={styles.controls}>
          <FleetFilter
            filter={filter}
            onFilterChange={setFilter}
            isInvalid={isWrong}
            rows={newest?.fleet.items ?? NO_ROWS}
          />
          <FleetViewControls view={view} />
        </div>
        {answer && error && (
          <Text
            as="p"
            variant="body-small"
            role="status"
            className={styles.stale}
          >
            {t('state.staleTitle', { reason: error.message })}
          </Text>
        )}
        <div aria-busy={answer !== undefined && !value}>{content()}</div>
        {fleet?.nextCursor && (
          <MoreRows
            fleet={fleet}
            isAutomatic={view.view !== 'map'}
            isBusy={!value}
            onMore={() => setLimit(2 * limit)}
          />
        )}
        <ReplayLink />
      </div>
    </ReadableTones>
  );
}
