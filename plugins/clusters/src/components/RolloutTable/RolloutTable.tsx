import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RolloutView } from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { DataTable, type DataColumn } from '../DataTable';
import { MeasureValue } from '../MeasureValue';
import { VerdictMark } from '../VerdictMark';
import { rolloutVerdict } from './rolloutVerdict';

/** How far DaemonSets and Deployments are rolled out, one line each. */
export function RolloutTable(props: {
  component: string;
  rollouts: RolloutView[];
}) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatMeasure } = useFormat();
  const columns: DataColumn<RolloutView>[] = [
    {
      id: 'component',
      header: t('rollout.component'),
      isRowHeader: true,
      render: row => (
        <>
          <VerdictMark verdict={rolloutVerdict(row)} shapeOnly />{' '}
          {row.component}
        </>
      ),
      signature: rolloutVerdict,
    },
    {
      id: 'ready',
      header: t('rollout.ready'),
      align: 'end',
      render: row => (
        <>
          <MeasureValue measure={row.ready} />
          {' / '}
          <MeasureValue measure={row.desired} />
        </>
      ),
      signature: row =>
        `${formatMeasure(row.ready).text}/${formatMeasure(row.desired).text}`,
    },
    {
      id: 'updated',
      header: t('rollout.updated'),
      align: 'end',
      priority: 2,
      render: row => <MeasureValue measure={row.updated} />,
    },
    {
      id: 'version',
      header: t('rollout.version'),
      render: row => row.version ?? '—',
      signature: row => row.version ?? '',
    },
    {
      id: 'workload',
      header: t('rollout.workload'),
      priority: 2,
      wide: true,
      render: row => `${row.kind} ${row.namespace}/${row.name}`,
    },
  ];
  return (
    <DataTable
      label={t('rollout.table', { component: props.component })}
      columns={columns}
      rows={props.rollouts}
      rowKey={row => `${row.kind}/${row.namespace}/${row.name}`}
    />
  );
}
