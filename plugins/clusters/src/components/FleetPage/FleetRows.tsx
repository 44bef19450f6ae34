import { useMemo } from 'react';
import { Button } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FleetHistoryResponse } from '@clusterworks/plugin-clusters-common';
import type { FleetAnswer } from '../../hooks/useFleet';
import { useFleetHistory } from '../../hooks/useFleetHistory';
import { useStableOrder } from '../../hooks/useStableOrder';
import { clustersTranslationRef } from '../../translation';
import { AsTable } from '../AsTable';
import { DataTable } from '../DataTable';
import { type Day, DayStripTable } from '../DayStrip';
import { FleetMap } from '../FleetMap';
import { FleetCards } from './FleetCards';
import { FleetMatrix } from './FleetMatrix';
import { useClusterHref } from '../../hooks/useClusterHref';
import { useFleetColumns } from './useFleetColumns';
import { useFleetGroups } from './useFleetGroups';
import { dataSortOf, type useFleetView } from './useFleetView';

/** The last 24 hours by name of the cluster. */
function daysOf(history: FleetHistoryResponse | undefined): Map<string, Day> {
  const { from = '', cellMinutes = 1, clusters = [] } = history ?? {};
  return new Map(
    clusters.map(({ name, cells }) => [name, { from, cellMinutes, cells }]),
  );
}

/**
 * The clusters as a table, as a map, as cards, or as a matrix of versions. The sort
 * order shown is that of the selection which the rows answer: while a new
 * selection loads, the old rows keep their old sort arrow.
 */
export function FleetRows(props: {
  answer: FleetAnswer;
  view: ReturnType<typeof useFleetView>;
}) {
  const { answer, view } = props;
  const { fleet, selection } = answer;
  const { setDataSort } = view;
  const { t } = useTranslationRef(clustersTranslationRef);
  const hrefOf = useClusterHref();
  const names = useMemo(
    () => fleet.items.map(({ name }) => name),
    [fleet.items],
  );
  const history = useFleetHistory(names);
  const days = useMemo(() => daysOf(history), [history]);
  const columns = useFleetColumns(days);
  const { items, hasMoved, resort } = useStableOrder(
    fleet.items,
    row => row.entityRef,
    `${selection.sort} ${selection.descending} ${selection.filter}`,
  );
  const { rows, ...groups } = useFleetGroups(items, view);

  const content = () => {
    switch (view.view) {
      case 'map':
        return <FleetMap rows={rows} {...groups} hrefOf={hrefOf} />;
      case 'cards':
        return <FleetCards rows={rows} {...groups} />;
      case 'matrix':
        return <FleetMatrix rows={rows} {...groups} />;
      default:
        return (
          <>
            <DataTable
              label={t('fleet.table')}
              columns={columns}
              rows={rows}
              rowKey={row => row.entityRef}
              sort={dataSortOf(selection)}
              onSortChange={setDataSort}
              {...groups}
            />
            <AsTable title={t('strip.asTable')}>
              {() => (
                <DayStripTable
                  days={rows.flatMap(({ name }) => {
                    const day = days.get(name);
                    return day ? [{ name, day }] : [];
                  })}
                />
              )}
            </AsTable>
          </>
        );
    }
  };
  return (
    <>
      {content()}
      {hasMoved && (
        <div>
          <Button size="small" variant="tertiary" onPress={resort}>
            {t('fleet.resort')}
          </Button>
        </div>
      )}
    </>
  );
}
