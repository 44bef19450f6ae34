import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  NodePoolView,
  NodeView,
} from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import type { DataColumn } from '../DataTable';
import { ledgerOf } from '../Ledger';
import { MeasureValue } from '../MeasureValue';
import { ObjectLink } from '../ObjectLink';
import { ConditionMark } from './ConditionMark';
import { LedgerCell } from './LedgerCell';
import { type PoolHeadroom, poolHeadroom } from './poolHeadroom';
import styles from './KarpenterTab.module.css';

const GPU = 'nvidia.com/gpu';

function Headroom(props: { headroom: PoolHeadroom | undefined }) {
  const { headroom } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber, resourceLabel } = useFormat();
  if (!headroom) {
    return <>—</>;
  }
  return (
    <span title={t('karpenter.headroomWhy')}>
      {t('karpenter.headroom', {
        nodes: formatNumber(headroom.nodes),
        type: headroom.instanceType,
      })}
      <div className={styles.quiet}>
        {t('karpenter.binds', { resource: resourceLabel(headroom.resource) })}
      </div>
    </span>
  );
}

/** The columns of the NodePool table; GPUs only where a pool has them. */
export function usePoolColumns(
  pools: NodePoolView[],
  nodes: NodeView[] = [],
): DataColumn<NodePoolView>[] {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatMeasure } = useFormat();
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
      inBlock: 'lead',
      render: pool => <ConditionMark condition={pool.ready} />,
      signature: pool => pool.ready.status,
    },
    {
      id: 'name',
      header: t('karpenter.columns.name'),
      isRowHeader: true,
      render: pool => <ObjectLink kind="NodePool" name={pool.name} />,
      narrow: pool => <Headroom headroom={poolHeadroom(pool, nodes)} />,
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
      id: 'headroom',
      header: t('karpenter.columns.headroom'),
      align: 'end',
      priority: 2,
      render: pool => <Headroom headroom={poolHeadroom(pool, nodes)} />,
    },
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
