import { useRef, useState } from 'react';
import { Button, ButtonLink, Container, Text } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiAddLine } from '@remixicon/react';
import type { FleetResponse } from '@clusterworks/plugin-clusters-common';
import { useFleet } from '../../hooks/useFleet';
import { createClusterRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { LoadingRows, RequestErrorNotice, StateNotice } from '../StateNotice';
import { FilterField } from './FilterField';
import { FleetRows } from './FleetRows';
import { FleetSentence } from './FleetSentence';
import { FleetViewControls } from './FleetViewControls';
import { useFleetView } from './useFleetView';
import { VerdictCounts } from './VerdictCounts';
import styles from './FleetPage.module.css';

const PAGE_SIZE = 100;

/** While the answer to a new question is under way, the old one stays. */
function useNewestOf<T>(value: T | undefined): T | undefined {
  const newest = useRef(value);
  if (value !== undefined) {
    newest.current = value;
  }
  return newest.current;
}

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

/** A filter that the backend does not understand is no broken page. */
function filterProblem(error: Error | undefined): string | undefined {
  const cause = (error as { cause?: unknown } | undefined)?.cause;
  const inner = cause instanceof Error ? cause : error;
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return inner?.name === 'InputError' || statusCode === 400
    ? inner?.message
    : undefined;
}

/** Every cluster of the fleet: what is wrong first, numbers next, rows last. */
export function FleetPage() {
  const { t } = useTranslationRef(clustersTranslationRef);
  const view = useFleetView();
  const { filter, setFilter, sort, descending } = view;
  const [limit, setLimit] = useState(PAGE_SIZE);
  const { value, error, refresh } = useFleet({
    filter,
    sort,
    descending,
    limit,
  });
  const fleet = useNewestOf<FleetResponse>(value);
  const problem = filterProblem(error);

  const content = () => {
    if (!fleet) {
      return error && !problem ? (
        <RequestErrorNotice error={error} onRetry={refresh} />
      ) : (
        <LoadingRows rows={6} />
      );
    }
    if (fleet.items.length === 0) {
      return <FleetEmpty filter={filter} onClear={() => setFilter('')} />;
    }
    return <FleetRows fleet={fleet} view={view} />;
  };

  return (
    <Container>
      <div className={styles.page}>
        <div className={styles.top}>
          <div className={styles.lead}>
            {fleet && <FleetSentence fleet={fleet} />}
            {fleet && (
              <VerdictCounts
                totals={fleet.totals}
                filter={filter}
                onFilterChange={setFilter}
              />
            )}
          </div>
          <CreateClusterButton />
        </div>
        <div className={styles.controls}>
          <FilterField
            filter={filter}
            onFilterChange={setFilter}
            problem={problem}
          />
          <FleetViewControls view={view} />
        </div>
        {fleet && error && !problem && (
          <Text as="p" color="warning" variant="body-small" role="status">
            {t('state.staleTitle', { reason: error.message })}
          </Text>
        )}
        {content()}
        {fleet?.nextCursor && (
          <div className={styles.more}>
            <Text variant="body-small" color="secondary">
              {t('fleet.shown', {
                shown: String(fleet.items.length),
                total: String(fleet.totals.clusters),
              })}
            </Text>
            <Button
              variant="secondary"
              onPress={() => setLimit(limit + PAGE_SIZE)}
            >
              {t('fleet.more')}
            </Button>
          </div>
        )}
      </div>
    </Container>
  );
}
