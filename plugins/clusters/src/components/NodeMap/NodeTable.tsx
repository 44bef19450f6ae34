import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { NodeView } from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { DataTable, type DataColumn } from '../DataTable';
import { RelativeTime } from '../RelativeTime';
import { ObjectLink } from '../ObjectLink';

/** The nodes of the map in words and numbers. */
export function NodeTable(props: { nodes: NodeView[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatAmount, formatNumber, formatShare } = useFormat();
  const columns: DataColumn<NodeView>[] = [
    {
      id: 'name',
      header: t('nodes.columns.name'),
      isRowHeader: true,
      wraps: true,
      render: node => <ObjectLink kind="Node" name={node.name} />,
    },
    {
      id: 'state',
      header: t('nodes.columns.state'),
      render: node => t(`stage.${node.state}`),
      signature: node => node.state,
    },
    {
      id: 'pool',
      header: t('nodes.columns.pool'),
      priority: 2,
      render: node =>
        node.nodePool ? (
          <ObjectLink kind="NodePool" name={node.nodePool} />
        ) : (
          '—'
        ),
    },
    {
      id: 'type',
      header: t('nodes.columns.type'),
      priority: 3,
      render: node =>
        [node.instanceType, node.capacityType].filter(Boolean).join(' · '),
    },
    {
      id: 'zone',
      header: t('nodes.columns.zone'),
      priority: 3,
      render: node => node.zone ?? '—',
    },
    {
      id: 'cpu',
      header: t('nodes.columns.cpu'),
      align: 'end',
      priority: 2,
      render: node =>
        node.cpu === undefined ? '—' : formatAmount('cpu', node.cpu),
    },
    {
      id: 'requested',
      header: t('nodes.columns.requested'),
      align: 'end',
      render: node =>
        node.cpu && node.cpuRequested !== undefined
          ? formatShare(node.cpuRequested / node.cpu)
          : '—',
    },
    {
      id: 'memory',
      header: t('nodes.columns.memory'),
      align: 'end',
      priority: 3,
      render: node =>
        node.memory === undefined ? '—' : formatAmount('memory', node.memory),
    },
    {
      id: 'memoryRequested',
      header: t('nodes.columns.memoryRequested'),
      align: 'end',
      priority: 3,
      render: node =>
        node.memory && node.memoryRequested !== undefined
          ? formatShare(node.memoryRequested / node.memory)
          : '—',
    },
    {
      id: 'pods',
      header: t('nodes.columns.pods'),
      align: 'end',
      priority: 2,
      render: node => (node.pods === undefined ? '—' : formatNumber(node.pods)),
    },
    {
      id: 'age',
      header: t('nodes.columns.age'),
      align: 'end',
      priority: 2,
      render: node =>
        node.createdAt ? <RelativeTime at={node.createdAt} /> : '—',
    },
  ];
  return (
    <DataTable
      label={t('nodes.table')}
      columns={columns}
      rows={props.nodes}
      rowKey={node => node.name}
    />
  );
}
