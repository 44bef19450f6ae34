import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ClusterView,
  FleetRow,
  NodePoolView,
  NodeView,
} from '@clusterworks/plugin-clusters-common';
import { useUrlSet } from '../../hooks/useUrlState';
import { clustersTranslationRef } from '../../translation';
import { AgeChip } from '../AgeChip';
import { AreaSentence } from '../AreaSentence';
import { ClusterViewPanel, SourceNotice } from '../ClusterPanel';
import { Columns } from '../Columns';
import { DataTable } from '../DataTable';
import { DisruptionWeeks } from '../DisruptionWeek';
import { DrainPlanSection } from '../DrainPlan';
import { EpisodeTable } from '../Episodes';
import { LaunchSection } from '../LaunchTable';
import { NodeMap } from '../NodeMap';
import { PoolDetails } from '../PoolDetails';
import { RolloutTable } from '../RolloutTable';
import { Section } from '../Section';
import { HeldNodes } from './HeldNodes';
import { NodeClassTable } from './NodeClassTable';
import { PendingPods } from './PendingPods';
import { usePoolColumns } from './usePoolColumns';

/** The NodePools of a cluster; each opens in place. */
export function NodePoolTable(props: {
  pools: NodePoolView[];
  /** All nodes of the cluster; absent when they could not be read. */
  nodes: NodeView[] | undefined;
}) {
  const { pools, nodes } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const open = useUrlSet('pool');
  const columns = usePoolColumns(pools, nodes);
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

/** The NodePools, what waits for nodes, and the nodes that are started. */
function CapacitySections(props: { view: ClusterView; row: FleetRow }) {
  const { view, row } = props;
  const { karpenter } = view;
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <>
      {(karpenter.state === 'ok' || karpenter.nodePools.length > 0) && (
        <Section
          title={t('karpenter.pools')}
          aside={
            <AgeChip connection={row.connection} observedAt={row.observedAt} />
          }
        >
          <NodePoolTable pools={karpenter.nodePools} nodes={view.nodeList} />
        </Section>
      )}
      {karpenter.pending && karpenter.pending.length > 0 && (
        <Section title={t('pendingPods.title')}>
          <PendingPods groups={karpenter.pending} />
        </Section>
      )}
      <LaunchSection karpenter={karpenter} />
    </>
  );
}

/** The nodes, what keeps those that should go, and where their pods would go. */
function NodeSections(props: { view: ClusterView; row: FleetRow }) {
  const { view, row } = props;
  const { karpenter } = view;
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <>
      {view.nodeList && (
        <Section title={t('nodes.title')}>
          <NodeMap cluster={row.name} view={view} nodes={view.nodeList} />
        </Section>
      )}
      {karpenter.heldNodes && (
        <Section title={t('held.title')}>
          <HeldNodes cluster={row.name} nodes={karpenter.heldNodes} />
        </Section>
      )}
      {view.nodeList && view.nodeList.length > 0 && (
        <Section title={t('drain.title')}>
          <DrainPlanSection
            cluster={row.name}
            view={view}
            nodes={view.nodeList}
          />
        </Section>
      )}
    </>
  );
}

/** What may be disrupted, what happened, and whether the controller runs. */
function ControllerSections(props: { karpenter: ClusterView['karpenter'] }) {
  const { karpenter } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <>
      {karpenter.nodePools.length > 0 && (
        <Section title={t('disruption.title')}>
          <DisruptionWeeks
            pools={karpenter.nodePools}
            claims={karpenter.nodeClaims}
          />
        </Section>
      )}
      {karpenter.episodes && (
        <Section title={t('episodes.title')}>
          <EpisodeTable episodes={karpenter.episodes} />
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

/** The NodeClasses, whose table is too wide for half a window. */
function NodeClassSection(props: { karpenter: ClusterView['karpenter'] }) {
  const { nodeClasses = [] } = props.karpenter;
  const { t } = useTranslationRef(clustersTranslationRef);
  return nodeClasses.length > 0 ? (
    <Section title={t('karpenter.nodeClasses')}>
      <NodeClassTable nodeClasses={nodeClasses} />
    </Section>
  ) : null;
}

/** What Karpenter runs on this cluster, or why Karpenter does not run there. */
export function KarpenterTab() {
  return (
    <ClusterViewPanel>
      {(view, { row, assessment }) => (
        <>
          <AreaSentence area="karpenter" assessment={assessment} />
          <SourceNotice
            component="Karpenter"
            state={view.karpenter.state}
            reason={view.karpenter.reason}
          />
          <CapacitySections view={view} row={row} />
          <Columns
            first={<NodeSections view={view} row={row} />}
            second={<ControllerSections karpenter={view.karpenter} />}
          />
          <NodeClassSection karpenter={view.karpenter} />
        </>
      )}
    </ClusterViewPanel>
  );
}
