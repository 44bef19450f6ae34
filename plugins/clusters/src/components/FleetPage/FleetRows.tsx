import { Button } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FleetAnswer } from '../../hooks/useFleet';
import { useStableOrder } from '../../hooks/useStableOrder';
import { clustersTranslationRef } from '../../translation';
import { FleetMap } from '../FleetMap';
import { FleetCards } from './FleetCards';
import { FleetMatrix } from './FleetMatrix';
import { FleetTable } from './FleetTable';
import { useClusterHref } from '../../hooks/useClusterHref';
import { useFleetGroups } from './useFleetGroups';
import { dataSortOf, type useFleetView } from './useFleetView';

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
  const { items, hasMoved, resort } = useStableOrder(
    fleet.items,
    row => row.entityRef,
    `${selection.sort} ${selection.descending} ${selection.filter}`,
  );
  const { rows, ...groups } = useFleetGroups(items, view);
  const total = fleet.nextCursor ? fleet.totals.clusters : undefined;

  const content = () => {
    switch (view.view) {
      case 'map':
        return <FleetMap rows={rows} {...groups} hrefOf={hrefOf} />;
      case 'cards':
        return <FleetCards rows={rows} total={total} {...groups} />;
      case 'matrix':
        return <FleetMatrix rows={rows} total={total} {...groups} />;
      default:
        return (
          <FleetTable
            rows={rows}
            total={total}
            sort={dataSortOf(selection)}
            onSortChange={setDataSort}
            {...groups}
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
