import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PendingGroupView } from '@clusterworks/plugin-clusters-common';
import { useUrlSet } from '../../hooks/useUrlState';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { DataTable } from '../DataTable';
import { RelativeTime } from '../RelativeTime';
import styles from './KarpenterTab.module.css';

/** Pods that wait for a node, grouped by why; each group opens to its pods. */
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
      ]}
      rows={props.groups}
      rowKey={({ cause }) => cause}
      details={{
        isOpen: ({ cause }) => open.has(cause),
        onToggle: ({ cause }) => open.toggle(cause),
        label: ({ cause }) => t('pendingPods.open', { cause }),
        render: ({ pods, count }) => (
          <ul className={styles.found}>
            {pods.map(pod => (
              <li key={pod}>{pod}</li>
            ))}
            {count > pods.length && (
              <li>{t('held.more', { count: count - pods.length })}</li>
            )}
          </ul>
        ),
      }}
    />
  );
}
