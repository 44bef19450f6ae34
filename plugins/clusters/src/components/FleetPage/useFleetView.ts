import type { FleetSort } from '@clusterworks/plugin-clusters-common';
import { fleetSortSchema } from '@clusterworks/plugin-clusters-common';
import type { FleetSelection } from '../../hooks/useFleet';
import { useUrlSet, useUrlState } from '../../hooks/useUrlState';
import type { DataSort } from '../DataTable';

/** What rows can be grouped by. */
export const FLEET_GROUPS = ['environment', 'region', 'owner'] as const;
/** What rows can be grouped by. */
export type FleetGroup = (typeof FLEET_GROUPS)[number];

/** How the fleet can be shown. */
export const FLEET_VIEWS = ['table', 'map', 'cards', 'matrix'] as const;
/** How the fleet can be shown. */
export type FleetViewName = (typeof FLEET_VIEWS)[number];

function oneOf<T extends string>(
  values: readonly T[],
  text: string,
): T | undefined {
  return values.find(value => value === text);
}

/** The arrow in the header of a table whose rows answer this selection. */
export function dataSortOf(
  selection: Pick<FleetSelection, 'sort' | 'descending'>,
): DataSort {
  const { sort = 'verdict', descending } = selection;
  return { column: sort, descending };
}

/** What the fleet page shows; all of it lives in the URL. */
export function useFleetView() {
  const [filter, setFilter] = useUrlState('q');
  const [sortText, setSortText] = useUrlState('sort');
  const [groupText, setGroup] = useUrlState('group');
  const [viewText, setView] = useUrlState('view');
  const folded = useUrlSet('folded');

  const descending = sortText.startsWith('-');
  const parsed = fleetSortSchema.safeParse(sortText.replace(/^-/, ''));
  const sort: FleetSort | undefined = parsed.success ? parsed.data : undefined;
  return {
    filter,
    setFilter,
    sort,
    descending,
    setDataSort: (next: DataSort) =>
      setSortText(`${next.descending ? '-' : ''}${next.column}`),
    group: oneOf(FLEET_GROUPS, groupText),
    setGroup,
    /** Groups that are folded, as `environment:dev`. */
    folded,
    view: oneOf(FLEET_VIEWS, viewText) ?? 'table',
    setView,
  };
}
