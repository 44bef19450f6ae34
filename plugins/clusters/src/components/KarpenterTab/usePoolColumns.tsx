import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { NodePoolView } from '@clusterworks/plugin-clusters-common';
import { formatMeasure } from '../../format';
import { clustersTranslationRef } from '../../translation';
import type { DataColumn } from '../DataTable';
import { ledgerOf } from '../Ledger';
import { MeasureValue } from '../MeasureValue';
import { ConditionMark } from './ConditionMark';
import { LedgerCell } from './LedgerCell';

const GPU = 'nvidia.com/gpu';

/** The columns of the NodePool table; GPUs only where a pool has them. */
export function usePoolColumns(
  pools: NodePoolView[],
): DataColumn<NodePoolView>[] {
  const { t } = useTranslationRef(clustersTranslationRef);
  const ledger = (
    id: 'cpu' | 'memory' | 'gpu',
    resource: string,
    priority: 2 | 3,
  ): DataColumn<NodePoolView> => ({
    id,
    header: t(`karpenter.columns.${id}`),
    align: 'end',
    priority,
    render: pool => <LedgerCell entry={ledgerOf(pool, resource)} />,
    signature: pool => {
      const entry = ledgerOf(pool, resource);
      return entry ? formatMeasure(entry.provisioned).text : '';
    },
  });
  const hasGpus = pools.some(pool => ledgerOf(pool, GPU));
  return [
    {
      id: 'ready',
      header: t('karpenter.columns.ready'),
      render: pool => <ConditionMark condition={pool.ready} />,
      signature: pool => pool.ready.status,
    },
    {
      id: 'name',
      header: t('karpenter.columns.name'),
      isRowHeader: true,
      render: pool => pool.name,
    },
    {
      id: 'nodes',
      header: t('karpenter.columns.nodes'),
      align: 'end',
      render: pool => <MeasureValue measure={pool.nodes} />,
      signature: pool => formatMeasure(pool.nodes).text,
    },
    ledger('cpu', 'cpu', 2),
    ledger('memory', 'memory', 2),
    ...(hasGpus ? [ledger('gpu', GPU, 3)] : []),
    {
      id: 'capacity',
      header: t('karpenter.columns.capacity'),
      priority: 3,
      render: pool => pool.capacityTypes.join(', '),
    },
    ...(pools.some(pool => pool.notReadyBecause)
      ? [
          {
            id: 'reason',
            header: t('karpenter.columns.reason'),
            wide: true,
            render: (pool: NodePoolView) => pool.notReadyBecause ?? '',
            signature: (pool: NodePoolView) => pool.notReadyBecause ?? '',
          },
        ]
      : []),
  ];
}
