import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ClusterView,
  FleetRow,
  NodePoolView,
} from '@clusterworks/plugin-clusters-common';
import { useUrlSet } from '../../hooks/useUrlState';
import { clustersTranslationRef } from '../../translation';
import { AgeChip } from '../AgeChip';
import { ClusterViewPanel, SourceNotice } from '../ClusterPanel';
import { DataTable } from '../DataTable';
import { RolloutTable } from '../RolloutTable';
import { Section } from '../Section';
import { PoolDetails } from './PoolDetails';
import { usePoolColumns } from './usePoolColumns';

/** The NodePools of a cluster; each opens in place. */
export function NodePoolTable(props: { pools: NodePoolView[] }) {
  const { pools } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const open = useUrlSet('pool');
  const columns = usePoolColumns(pools);
  if (pools.length === 0) {
    return <Text as="p">{t('karpenter.empty')}</Text>;
  }
  return (
    <DataTable
      label={t('karpenter.poolsTable')}
      columns={columns}
      rows={pools}
      rowKey={pool => pool.name}
      details={{
        isOpen: pool => open.has(pool.name),
        onToggle: pool => open.toggle(pool.name),
        label: pool => t('karpenter.open', { name: pool.name }),
        render: pool => <PoolDetails pool={pool} />,
      }}
    />
  );
}

function KarpenterSections(props: {
  karpenter: ClusterView['karpenter'];
  row: FleetRow;
}) {
  const { karpenter, row } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <>
      <SourceNotice
        component="Karpenter"
        state={karpenter.state}
        reason={karpenter.reason}
      />
      {(karpenter.state === 'ok' || karpenter.nodePools.length > 0) && (
        <Section
          title={t('karpenter.pools')}
          aside={
            <AgeChip connection={row.connection} observedAt={row.observedAt} />
          }
        >
          <NodePoolTable pools={karpenter.nodePools} />
        </Section>
      )}
      {karpenter.controller && (
        <Section title={t('karpenter.controller')}>
          <RolloutTable
            component="Karpenter"
            rollouts={[karpenter.controller]}
          />
        </Section>
      )}
    </>
  );
}

/** What Karpenter runs on this cluster, and why it does not where it does not. */
export function KarpenterTab() {
  return (
    <ClusterViewPanel>
      {(view, { row }) => (
        <KarpenterSections karpenter={view.karpenter} row={row} />
      )}
    </ClusterViewPanel>
  );
}
