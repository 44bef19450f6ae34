import { Link } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type FleetRow,
  type FleetSort,
  type Measure,
  shareMeasure,
} from '@clusterworks/plugin-clusters-common';
import { formatMeasure, formatShare, measureNumber } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { AgeChip } from '../AgeChip';
import type { DataColumn } from '../DataTable';
import { MeasureValue } from '../MeasureValue';
import { RoomValue } from '../RoomValue';
import { UsageBar } from '../UsageBar';
import { VerdictMark } from '../VerdictMark';
import { useClusterHref } from './useClusterHref';
import { VersionCell } from './VersionCell';
import { WhatCell } from './WhatCell';
import styles from './FleetPage.module.css';

/** A column of the fleet table; sortable ones are known to the backend. */
export type FleetColumn = DataColumn<FleetRow> & { id: FleetSort | 'what' };

function ShareCell(props: { share: Measure }) {
  return (
    <span className={styles.share}>
      <UsageBar share={measureNumber(props.share)} />
      <MeasureValue measure={props.share} format={formatShare} />
    </span>
  );
}

const cpuShare = (row: FleetRow) =>
  shareMeasure(row.cpuRequested, row.cpuAllocatable);

/** The columns of the fleet table, the narrow ones of a phone first. */
export function useFleetColumns(): FleetColumn[] {
  const { t } = useTranslationRef(clustersTranslationRef);
  const hrefOf = useClusterHref();
  const version = (
    id: 'kubernetes' | 'karpenter' | 'cilium',
    priority: 2 | 3,
  ): FleetColumn => ({
    id,
    header: t(`fleet.columns.${id}`),
    priority,
    sortable: true,
    render: row => <VersionCell version={row.versions[id]} />,
    signature: row => row.versions[id].observed ?? '',
  });
  return [
    {
      id: 'verdict',
      header: t('fleet.columns.verdict'),
      sortable: true,
      render: row => <VerdictMark verdict={row.verdict} />,
      signature: row => row.verdict,
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
        </>
      ),
      render: row => (
        <span className={styles.name}>
          <Link href={hrefOf(row)}>{row.name}</Link>
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
      id: 'observed',
      header: t('fleet.columns.age'),
      priority: 2,
      sortable: true,
      render: row => (
        <AgeChip connection={row.connection} observedAt={row.observedAt} />
      ),
    },
  ];
}
