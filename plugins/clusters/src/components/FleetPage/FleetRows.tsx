import { useMemo } from 'react';
import { Button } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  FleetResponse,
  FleetRow,
} from '@clusterworks/plugin-clusters-common';
import { useStableOrder } from '../../hooks/useStableOrder';
import { clustersTranslationRef } from '../../translation';
import { DataTable } from '../DataTable';
import { FleetCards } from './FleetCards';
import { FleetMatrix } from './FleetMatrix';
import { useFleetColumns } from './useFleetColumns';
import type { FleetGroup, useFleetView } from './useFleetView';

const NO_GROUP = '—';

/** Brings rows of a group together and keeps their order within it. */
function gather(rows: FleetRow[], group: FleetGroup | undefined): FleetRow[] {
  if (!group) {
    return rows;
  }
  return [...rows].sort((a, b) =>
    (a[group] ?? NO_GROUP).localeCompare(b[group] ?? NO_GROUP),
  );
}

/** The clusters as a table, as cards, or as a matrix of versions. */
export function FleetRows(props: {
  fleet: FleetResponse;
  view: ReturnType<typeof useFleetView>;
}) {
  const { fleet, view } = props;
  const { filter, group, dataSort, setDataSort } = view;
  const { t } = useTranslationRef(clustersTranslationRef);
  const columns = useFleetColumns();
  const { items, hasMoved, resort } = useStableOrder(
    fleet.items,
    row => row.entityRef,
    `${filter} ${dataSort.column} ${dataSort.descending}`,
  );
  const rows = useMemo(() => gather(items, group), [items, group]);
  const groupOf = group ? (row: FleetRow) => row[group] ?? NO_GROUP : undefined;

  const content = () => {
    switch (view.view) {
      case 'cards':
        return <FleetCards rows={rows} groupOf={groupOf} />;
      case 'matrix':
        return <FleetMatrix rows={rows} groupOf={groupOf} />;
      default:
        return (
          <DataTable
            label={t('fleet.table')}
            columns={columns}
            rows={rows}
            rowKey={row => row.entityRef}
            sort={dataSort}
            onSortChange={setDataSort}
            groupOf={groupOf}
          />
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
