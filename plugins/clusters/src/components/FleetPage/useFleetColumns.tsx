import { useMemo } from 'react';
import { Link } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type FleetRow,
  type FleetSort,
  type Measure,
  shareMeasure,
} from '@clusterworks/plugin-clusters-common';
import { measureNumber, useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { AgeChip } from '../AgeChip';
import type { DataColumn } from '../DataTable';
import { type Day, DayStrip } from '../DayStrip';
import { MeasureValue } from '../MeasureValue';
import { RoomValue } from '../RoomValue';
import { ShortName } from '../ShortName';
import { UsageBar } from '../UsageBar';
import { ClusterMark } from '../VerdictMark';
import { useClusterHref } from '../../hooks/useClusterHref';
import { VersionCell } from './VersionCell';
import { WhatCell } from './WhatCell';
import styles from './FleetPage.module.css';

/** A column of the fleet table; sortable ones are known to the backend. */
export type FleetColumn = DataColumn<FleetRow> & {
  id: FleetSort | 'what' | 'day';
};

/** The word that filters by a column, as an example. */
export const FILTER_OF_COLUMN: Record<FleetColumn['id'], string> = {
  verdict: 'verdict:critical',
  name: 'name:payments-prod',
  what: '"no free addresses"',
  environment: 'env:prod',
  region: 'region:eu-west-1',
  owner: 'owner:payments',
  kubernetes: 'k8s:<1.35',
  karpenter: 'karpenter:<1.14',
  cilium: 'cilium:<1.19',
  nodes: 'nodes:>5',
  cpu: 'cpu:>80%',
  spot: 'spot:>50%',
  room: 'room:<9',
  day: 'pending:>0',
  observed: 'connection:stale',
};

function ShareCell(props: { share: Measure }) {
  const { formatShare } = useFormat();
  return (
    <span className={styles.share}>
      <UsageBar share={measureNumber(props.share)} />
      <MeasureValue measure={props.share} format={formatShare} />
    </span>
  );
}

type Days = ReadonlyMap<string, Day>;

function DayOf(props: { row: FleetRow; days: Days }) {
  const day = props.days.get(props.row.name);
  // As large as a strip, so that nothing moves when the history is there.
  return day ? <DayStrip day={day} /> : <span className={styles.noDay}>—</span>;
}

const cpuShare = (row: FleetRow) =>
  shareMeasure(row.cpuRequested, row.cpuAllocatable);

/**
 * The columns of the fleet table; those that a phone shows come first.
 *
 * @param days - the last 24 hours by name of the cluster
 */
export function useFleetColumns(days: ReadonlyMap<string, Day>): FleetColumn[] {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatMeasure, formatShare } = useFormat();
  const hrefOf = useClusterHref();
  // Rows are rendered anew only for other data, or other columns.
  return useMemo(() => {
    const version = (
      id: 'kubernetes' | 'karpenter' | 'cilium',
      priority: 2 | 3,
    ): FleetColumn => ({
      id,
      header: t(`fleet.columns.${id}`),
      priority,
      inBlock: 'none',
      sortable: true,
      render: row => (
        <span className={styles.narrowVersion}>
          <VersionCell version={row.versions[id]} />
        </span>
      ),
      signature: row => row.versions[id].observed ?? '',
    });
    const columns: FleetColumn[] = [
      {
        id: 'verdict',
        header: t('fleet.columns.verdict'),
        inBlock: 'lead',
        sortable: true,
        render: row => <ClusterMark row={row} />,
        signature: row => `${row.verdict} ${row.phase} ${row.drained}`,
      },
      {
        id: 'name',
        header: t('fleet.columns.name'),
        isRowHeader: true,
        sortable: true,
        narrow: row => (
          <>
            <WhatCell row={row} />{' '}
            <AgeChip connection={row.connection} observedAt={row.observedAt} />
            <DayOf row={row} days={days} />
          </>
        ),
        render: row => (
          <span className={styles.name}>
            <Link href={hrefOf(row)}>
              <ShortName name={row.name} />
            </Link>
            <span className={styles.quiet}>
              {[row.environment, row.region].filter(Boolean).join(' · ')}
            </span>
          </span>
        ),
      },
      {
        id: 'what',
        header: t('fleet.columns.what'),
        priority: 2,
        wide: true,
        render: row => <WhatCell row={row} />,
        signature: row => row.headline.text,
      },
      version('kubernetes', 3),
      version('karpenter', 3),
      version('cilium', 3),
      {
        id: 'nodes',
        header: t('fleet.columns.nodes'),
        align: 'end',
        sortable: true,
        render: row => <MeasureValue measure={row.nodes} />,
        signature: row => formatMeasure(row.nodes).text,
      },
      {
        id: 'cpu',
        header: t('fleet.columns.cpu'),
        align: 'end',
        priority: 4,
        sortable: true,
        render: row => <ShareCell share={cpuShare(row)} />,
      },
      {
        id: 'spot',
        header: t('fleet.columns.spot'),
        inBlock: 'none',
        align: 'end',
        priority: 4,
        sortable: true,
        render: row => (
          <MeasureValue measure={row.spotShare} format={formatShare} />
        ),
      },
      {
        id: 'room',
        header: t('fleet.columns.room'),
        align: 'end',
        priority: 2,
        sortable: true,
        render: row => <RoomValue room={row.room} />,
        signature: row => formatMeasure(row.room.nodes).text,
      },
      {
        id: 'day',
        header: t('strip.column'),
        priority: 3,
        render: row => <DayOf row={row} days={days} />,
      },
      {
        id: 'observed',
        header: t('fleet.columns.age'),
        priority: 2,
        sortable: true,
        render: row => (
          <AgeChip connection={row.connection} observedAt={row.observedAt} />
        ),
      },
    ];
    return columns.map(column => ({
      ...column,
      hint: t('fleet.filterWith', { word: FILTER_OF_COLUMN[column.id] }),
    }));
  }, [t, formatMeasure, formatShare, hrefOf, days]);
}
