import { Link } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { DataTable, type DataColumn } from '../DataTable';
import { VerdictMark } from '../VerdictMark';
import { useClusterHref } from './useClusterHref';
import { VersionCell } from './VersionCell';

const COMPONENTS = ['kubernetes', 'karpenter', 'cilium'] as const;

/** Rows are clusters, columns are the versions that move together. */
export function FleetMatrix(props: {
  rows: FleetRow[];
  groupOf?: (row: FleetRow) => string;
}) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const hrefOf = useClusterHref();
  const columns: DataColumn<FleetRow>[] = [
    {
      id: 'name',
      header: t('fleet.columns.name'),
      isRowHeader: true,
      render: row => (
        <>
          <VerdictMark verdict={row.verdict} shapeOnly />{' '}
          <Link href={hrefOf(row)}>{row.name}</Link>
        </>
      ),
    },
    ...COMPONENTS.map(component => ({
      id: component,
      header: t(`fleet.columns.${component}`),
      render: (row: FleetRow) => (
        <VersionCell version={row.versions[component]} />
      ),
    })),
  ];
  return (
    <DataTable
      label={t('fleet.matrix')}
      columns={columns}
      rows={props.rows}
      rowKey={row => row.entityRef}
      groupOf={props.groupOf}
    />
  );
}
