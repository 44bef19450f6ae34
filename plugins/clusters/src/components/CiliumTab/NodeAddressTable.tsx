import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type NodeAddressesView,
  shareMeasure,
} from '@clusterworks/plugin-clusters-common';
import { measureNumber, useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { DataTable, type DataColumn } from '../DataTable';
import { MeasureValue } from '../MeasureValue';
import { UsageBar } from '../UsageBar';
import { ObjectLink } from '../ObjectLink';
import styles from './CiliumTab.module.css';

/** One line per node: its used, assigned and maximum addresses. */
export function NodeAddressTable(props: { nodes: NodeAddressesView[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatMeasure, formatShare } = useFormat();
  const number = (
    id: 'used' | 'allocated' | 'capacity',
    priority?: 2 | 3,
  ): DataColumn<NodeAddressesView> => ({
    id,
    header: t(`cilium.columns.${id}`),
    align: 'end',
    priority,
    render: node => <MeasureValue measure={node[id]} />,
    signature: node => formatMeasure(node[id]).text,
  });
  const columns: DataColumn<NodeAddressesView>[] = [
    {
      id: 'node',
      header: t('cilium.columns.node'),
      isRowHeader: true,
      wraps: true,
      render: node => <ObjectLink kind="CiliumNode" name={node.node} />,
    },
    {
      id: 'zone',
      header: t('cilium.columns.zone'),
      priority: 2,
      render: node => node.zone ?? '—',
    },
    {
      id: 'type',
      header: t('cilium.columns.type'),
      priority: 3,
      render: node => node.instanceType ?? '—',
    },
    number('used'),
    number('allocated', 2),
    number('capacity', 2),
    {
      id: 'share',
      header: t('cilium.columns.share'),
      align: 'end',
      render: node => {
        if (measureNumber(node.allocated) === 0) {
          return '—';
        }
        const share = shareMeasure(node.used, node.allocated);
        return (
          <span className={styles.share}>
            <UsageBar share={measureNumber(share)} />
            <MeasureValue measure={share} format={formatShare} />
          </span>
        );
      },
    },
  ];
  return (
    <DataTable
      label={t('cilium.addressesTable')}
      columns={columns}
      rows={props.nodes}
      rowKey={node => node.node}
    />
  );
}
