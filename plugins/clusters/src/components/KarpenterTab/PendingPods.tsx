import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PendingGroupView } from '@clusterworks/plugin-clusters-common';
import { useUrlSet } from '../../hooks/useUrlState';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { DataTable, type DataColumn } from '../DataTable';
import { RelativeTime } from '../RelativeTime';
import { PoolAnswer, PoolVerdicts } from './PoolVerdicts';
import styles from './KarpenterTab.module.css';

/** More pools than this have no column each; a group opens to all of them. */
const MOST_COLUMNS = 5;

/** The pools that have a column, in the order of their names. */
function poolColumns(
  groups: readonly PendingGroupView[],
  header: (pool: string) => string,
): DataColumn<PendingGroupView>[] {
  const names = new Set(
    groups.flatMap(({ pools = [] }) => pools.map(({ nodePool }) => nodePool)),
  );
  return names.size > MOST_COLUMNS
    ? []
    : [...names].sort().map(name => {
        const verdictOf = ({ pools }: PendingGroupView) =>
          pools?.find(({ nodePool }) => nodePool === name);
        return {
          id: `pool ${name}`,
          header: header(name),
          priority: 2,
          wraps: true,
          render: group => <PoolAnswer verdict={verdictOf(group)} />,
          signature: group => verdictOf(group)?.takes ?? '',
        };
      });
}

function GroupDetails(props: { group: PendingGroupView }) {
  const { pods, count, pools } = props.group;
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <div className={styles.group}>
      {pools && pools.length > 0 && (
        <>
          <Text as="p" variant="body-small" color="secondary">
            {t('pendingPods.verdictsOf', { pod: pods[0] })}
          </Text>
          <PoolVerdicts pod={pods[0]} pools={pools} />
        </>
      )}
      <ul className={styles.found}>
        {pods.map(pod => (
          <li key={pod}>{pod}</li>
        ))}
        {count > pods.length && (
          <li>{t('held.more', { count: count - pods.length })}</li>
        )}
      </ul>
    </div>
  );
}

/**
 * Pods that wait for a node, grouped by why, and what each NodePool says to
 * them; each group opens to the predicates and its pods.
 */
export function PendingPods(props: { groups: PendingGroupView[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber } = useFormat();
  const open = useUrlSet('pending');
  return (
    <DataTable
      label={t('pendingPods.table')}
      columns={[
        {
          id: 'count',
          header: t('pendingPods.columns.count'),
          align: 'end',
          render: ({ count }) => formatNumber(count),
          signature: ({ count }) => String(count),
        },
        {
          id: 'cause',
          header: t('pendingPods.columns.cause'),
          isRowHeader: true,
          wide: true,
          render: ({ cause }) => cause,
          narrow: ({ advice }) => advice,
        },
        {
          id: 'since',
          header: t('pendingPods.columns.since'),
          render: ({ oldestSince }) =>
            oldestSince ? <RelativeTime at={oldestSince} /> : '—',
        },
        {
          id: 'advice',
          header: t('pendingPods.columns.advice'),
          priority: 2,
          wide: true,
          render: ({ advice }) => advice ?? '—',
        },
        ...poolColumns(props.groups, pool =>
          t('pendingPods.columns.pool', { pool }),
        ),
      ]}
      rows={props.groups}
      rowKey={({ cause }) => cause}
      details={{
        isOpen: ({ cause }) => open.has(cause),
        onToggle: ({ cause }) => open.toggle(cause),
        label: ({ cause }) => t('pendingPods.open', { cause }),
        render: group => <GroupDetails group={group} />,
      }}
    />
  );
}
