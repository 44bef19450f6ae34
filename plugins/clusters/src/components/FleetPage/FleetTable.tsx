import { useCallback, useMemo, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { AsTable } from '../AsTable';
import { DataTable, type DataSort } from '../DataTable';
import { DayStripTable } from '../DayStrip';
import type { GroupFold } from '../FoldButton';
import { useFleetColumns } from './useFleetColumns';
import { useFleetDays } from './useFleetDays';

/** History is asked for in blocks of as many clusters as one answer has. */
const BLOCK = 100;

function DaysOfAll(props: { rows: readonly FleetRow[] }) {
  const { rows } = props;
  const names = useMemo(() => rows.map(({ name }) => name), [rows]);
  const days = useFleetDays(names);
  return (
    <DayStripTable
      days={names.flatMap(name => {
        const day = days.get(name);
        return day ? [{ name, day }] : [];
      })}
    />
  );
}

/** The clusters in rows; the last 24 hours are those of the rows that are seen. */
export function FleetTable(props: {
  rows: FleetRow[];
  /** How many rows there will be, if more than there are. */
  total: number | undefined;
  sort: DataSort;
  onSortChange: (sort: DataSort) => void;
  groupOf?: (row: FleetRow) => string;
  fold?: GroupFold;
}) {
  const { rows, ...others } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const [{ first, last }, setSeen] = useState({ first: 0, last: 0 });
  const names = useMemo(
    () =>
      rows
        .slice(first * BLOCK, (last + 1) * BLOCK)
        .map(({ name }: FleetRow) => name),
    [rows, first, last],
  );
  const columns = useFleetColumns(useFleetDays(names));
  const onSeen = useCallback(
    (from: FleetRow, to: FleetRow) => {
      const next = {
        first: Math.floor(Math.max(0, rows.indexOf(from)) / BLOCK),
        last: Math.floor(Math.max(0, rows.indexOf(to)) / BLOCK),
      };
      setSeen(before =>
        before.first === next.first && before.last === next.last
          ? before
          : next,
      );
    },
    [rows],
  );
  return (
    <>
      <DataTable
        label={t('fleet.table')}
        columns={columns}
        rows={rows}
        rowKey={row => row.entityRef}
        onSeen={onSeen}
        {...others}
      />
      <AsTable title={t('strip.asTable')}>
        {() => <DaysOfAll rows={rows} />}
      </AsTable>
    </>
  );
}
