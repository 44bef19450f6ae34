import { Link, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { DataTable, type DataColumn } from '../DataTable';
import { VerdictMark } from '../VerdictMark';
import { useClusterHref } from './useClusterHref';
import { VersionCell } from './VersionCell';
import { versionOutlook } from './versionOutlook';

const COMPONENTS = ['kubernetes', 'karpenter', 'cilium'] as const;

const today = () => new Date().toISOString().slice(0, 10);

function SupportCell(props: { row: FleetRow }) {
  const outlook = versionOutlook(props.row, today());
  if (!outlook?.supportUntil) {
    return <>—</>;
  }
  return outlook.isPast ? (
    <Text variant="body-small" color="warning">
      <span aria-hidden="true">▲ </span>
      {outlook.supportUntil}
    </Text>
  ) : (
    <>{outlook.supportUntil}</>
  );
}

function NextCell(props: { row: FleetRow }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const outlook = versionOutlook(props.row, today());
  if (!outlook?.next) {
    return <>—</>;
  }
  return (
    <>
      {outlook.blockers.length === 0
        ? t('fleet.nextFree', { version: outlook.next })
        : t('fleet.nextBlocked', {
            version: outlook.next,
            blockers: outlook.blockers.join('; '),
          })}
    </>
  );
}

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
    {
      id: 'support',
      header: t('fleet.supportUntil'),
      priority: 2,
      render: row => <SupportCell row={row} />,
    },
    {
      id: 'next',
      header: t('fleet.nextKubernetes'),
      priority: 2,
      wide: true,
      render: row => <NextCell row={row} />,
    },
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
