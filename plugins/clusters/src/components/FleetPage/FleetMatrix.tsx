import { useMemo } from 'react';
import { Link } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { useNow } from '../../hooks/useNow';
import { clustersTranslationRef } from '../../translation';
import { AgeChip } from '../AgeChip';
import { DataTable, type DataColumn } from '../DataTable';
import type { GroupFold } from '../FoldButton';
import { ShortName } from '../ShortName';
import { VerdictMark } from '../VerdictMark';
import { useRunningWaves, WaveMark } from '../Waves';
import { OutlookCell } from './OutlookCell';
import { useClusterHref } from '../../hooks/useClusterHref';
import { COMPONENTS, versionOutlook } from './versionOutlook';
import styles from './FleetPage.module.css';

/**
 * Rows are clusters, columns are the components whose versions move together;
 * each says how long it is supported and what keeps it from the next line.
 */
export function FleetMatrix(props: {
  rows: FleetRow[];
  total: number | undefined;
  groupOf?: (row: FleetRow) => string;
  fold?: GroupFold;
}) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const hrefOf = useClusterHref();
  const waves = useRunningWaves();
  const today = new Date(useNow()).toISOString().slice(0, 10);
  const columns = useMemo(
    (): DataColumn<FleetRow>[] => [
      {
        id: 'name',
        header: t('fleet.columns.name'),
        isRowHeader: true,
        render: row => (
          <div className={styles.marked}>
            <span>
              <VerdictMark verdict={row.verdict} shapeOnly />{' '}
              <Link href={hrefOf(row)}>
                <ShortName name={row.name} />
              </Link>
            </span>
            <span className={styles.markLine}>
              <WaveMark found={waves.get(row.name)} />
            </span>
          </div>
        ),
      },
      ...COMPONENTS.map(component => ({
        id: component,
        header: t(`fleet.columns.${component}`),
        wraps: true,
        render: (row: FleetRow) => (
          <OutlookCell
            version={row.versions[component]}
            outlook={versionOutlook(row, component, today)}
          />
        ),
      })),
      {
        id: 'observed',
        header: t('fleet.columns.age'),
        priority: 2,
        render: row => (
          <AgeChip connection={row.connection} observedAt={row.observedAt} />
        ),
      },
    ],
    [t, hrefOf, waves, today],
  );
  return (
    <DataTable
      label={t('fleet.matrix')}
      columns={columns}
      rows={props.rows}
      rowKey={row => row.entityRef}
      total={props.total}
      groupOf={props.groupOf}
      fold={props.fold}
    />
  );
}
