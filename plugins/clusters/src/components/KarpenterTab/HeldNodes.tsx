import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { HeldNodeView } from '@clusterworks/plugin-clusters-common';
import { useUrlSet } from '../../hooks/useUrlState';
import { clustersTranslationRef } from '../../translation';
import { DataTable, type DataColumn } from '../DataTable';
import { RelativeTime } from '../RelativeTime';
import { DrainPlanOf } from '../DrainPlan';
import { ObjectLink } from '../ObjectLink';
import styles from './KarpenterTab.module.css';

type Blocker = HeldNodeView['blockers'][number];

/** More pods of one node than this say nothing new. */
const BLOCKERS_SHOWN = 5;

function BlockerList(props: {
  blockers: Blocker[];
  render: (blocker: Blocker) => string;
}) {
  const { blockers, render } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const left = blockers.length - BLOCKERS_SHOWN;
  return (
    <ul className={styles.found}>
      {blockers.slice(0, BLOCKERS_SHOWN).map(blocker => (
        <li key={blocker.pod}>{render(blocker)}</li>
      ))}
      {left > 0 && <li>{t('held.more', { count: left })}</li>}
    </ul>
  );
}

/**
 * Every node that is to be removed and still there: why it is to be removed,
 * what prevents that, and what would allow it. A row opens to where the pods of
 * the node would go.
 */
export function HeldNodes(props: { cluster: string; nodes: HeldNodeView[] }) {
  const { cluster, nodes } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const open = useUrlSet('held');
  if (nodes.length === 0) {
    return <Text as="p">{t('held.empty')}</Text>;
  }
  const columns: DataColumn<HeldNodeView>[] = [
    {
      id: 'node',
      header: t('held.columns.node'),
      isRowHeader: true,
      wraps: true,
      render: ({ node, nodePool }) => (
        <>
          <ObjectLink kind="Node" name={node} />
          {nodePool && (
            <div className={styles.quiet}>
              <ObjectLink kind="NodePool" name={nodePool} />
            </div>
          )}
        </>
      ),
    },
    {
      id: 'why',
      header: t('held.columns.why'),
      render: ({ why, since }) => (
        <>
          {t(`held.why.${why}`)}{' '}
          {since && <RelativeTime at={since} words={time => `(${time})`} />}
        </>
      ),
      signature: ({ why }) => why,
    },
    {
      id: 'heldBy',
      header: t('held.columns.heldBy'),
      wraps: true,
      render: ({ blockers }) => (
        <BlockerList
          blockers={blockers}
          render={({ pod, owner, why, by }) =>
            [
              t(`held.by.${why}`, { by: by ?? '' }).trim(),
              `${pod}${owner ? ` (${owner})` : ''}`,
            ].join(': ')
          }
        />
      ),
    },
    {
      id: 'free',
      header: t('held.columns.free'),
      wide: true,
      render: ({ blockers }) => (
        <BlockerList blockers={blockers} render={({ free }) => free} />
      ),
    },
  ];
  return (
    <DataTable
      label={t('held.table')}
      columns={columns}
      rows={nodes}
      rowKey={({ node }) => node}
      details={{
        isOpen: ({ node }) => open.has(node),
        onToggle: ({ node }) => open.toggle(node),
        label: ({ node }) => t('held.open', { node }),
        render: ({ node }) => <DrainPlanOf cluster={cluster} nodes={[node]} />,
      }}
    />
  );
}
