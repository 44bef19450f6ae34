import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import type { GroupFold } from '../FoldButton';
import { verdictsWorstFirst } from '../VerdictMark';
import { gatherRows, groupNameOf } from './gatherRows';
import type { useFleetView } from './useFleetView';

/** Rows in their groups; only the rows when there are no groups. */
type FleetGroups = {
  rows: FleetRow[];
  /** What stands above the group of a row. */
  groupOf?: (row: FleetRow) => string;
  fold?: GroupFold;
};

/**
 * Rows in groups, the worst first, and what stands above each group: its name
 * and how many clusters have which verdict. A group is folded by its name,
 * because its counts change.
 */
export function useFleetGroups(
  rows: FleetRow[],
  view: Pick<ReturnType<typeof useFleetView>, 'group' | 'folded'>,
): FleetGroups {
  const { group, folded } = view;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber } = useFormat();
  const gathered = useMemo(() => {
    if (!group) {
      return undefined;
    }
    const groups = gatherRows(rows, row => groupNameOf(row, group));
    const titles = new Map(
      groups.map(({ name, members }) => {
        const counts = verdictsWorstFirst.flatMap(verdict => {
          const count = members.filter(row => row.verdict === verdict).length;
          return count > 0
            ? `${formatNumber(count)} ${t(`verdict.${verdict}`)}`
            : [];
        });
        return [name, `${name}: ${counts.join(', ')}`] as const;
      }),
    );
    const names = new Map<string, string>(
      [...titles].map(([name, title]) => [title, name]),
    );
    return {
      rows: groups.flatMap(({ members }) => members),
      groupOf: (row: FleetRow) => titles.get(groupNameOf(row, group)) ?? '',
      // The same name may stand for a group of another kind.
      foldOf: (title: string) => `${group}:${names.get(title)}`,
    };
  }, [rows, group, t, formatNumber]);
  // The same object for the same rows and folds: a map is laid out for each.
  return useMemo(() => {
    if (!gathered) {
      return { rows };
    }
    const { foldOf, ...groups } = gathered;
    return {
      ...groups,
      fold: {
        isFolded: title => folded.has(foldOf(title)),
        toggle: title => folded.toggle(foldOf(title)),
      },
    };
  }, [gathered, rows, folded]);
}
