import { useMemo } from 'react';
import { Button } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import type { FleetAnswer } from '../../hooks/useFleet';
import { useStableOrder } from '../../hooks/useStableOrder';
import { clustersTranslationRef } from '../../translation';
import { DataTable } from '../DataTable';
import { FleetCards } from './FleetCards';
import { FleetMatrix } from './FleetMatrix';
import { useFleetColumns } from './useFleetColumns';
import { dataSortOf, type FleetGroup, type useFleetView } from './useFleetView';

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

/**
 * The clusters as a table, as cards, or as a matrix of versions. Everything
 * that says how they are ordered comes from the selection that they answer:
 * while a new one is under way, old rows stand under the old arrow.
 */
export function FleetRows(props: {
  answer: FleetAnswer;
  view: ReturnType<typeof useFleetView>;
}) {
  const { answer, view } = props;
  const { fleet, selection } = answer;
  const { group, setDataSort } = view;
  const { t } = useTranslationRef(clustersTranslationRef);
  const columns = useFleetColumns();
  const { items, hasMoved, resort } = useStableOrder(
    fleet.items,
    row => row.entityRef,
    `${selection.sort} ${selection.descending} ${selection.filter}`,
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
            sort={dataSortOf(selection)}
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
