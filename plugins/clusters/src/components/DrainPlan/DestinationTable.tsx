import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DrainPlan,
  PodDestination,
} from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { DataTable } from '../DataTable';
import { ObjectLink } from '../ObjectLink';
import styles from './DrainPlan.module.css';

/** Each pod of a plan, those without a place first, and where it would go. */
export function DestinationTable(props: { plan: DrainPlan }) {
  const { pods, totals } = props.plan;
  const { t } = useTranslationRef(clustersTranslationRef);
  const more =
    Object.values(totals).reduce((sum, count) => sum + count, 0) - pods.length;
  return (
    <>
      <DataTable
        label={t('drain.podsTable')}
        columns={[
          {
            id: 'pod',
            header: t('drain.columns.pod'),
            isRowHeader: true,
            wraps: true,
            render: ({ pod, owner }: PodDestination) => (
              <>
                {pod}
                {owner && <div className={styles.quiet}>{owner}</div>}
              </>
            ),
          },
          {
            id: 'node',
            header: t('drain.columns.from'),
            wraps: true,
            priority: 3,
            render: ({ node }) => <ObjectLink kind="Node" name={node} />,
          },
          {
            id: 'goes',
            header: t('drain.columns.goes'),
            render: ({ goes }) => t(`drain.goes.${goes}`),
          },
          {
            id: 'to',
            header: t('drain.columns.to'),
            wide: true,
            render: ({ goes, to, why }) =>
              to ? (
                <ObjectLink
                  kind={goes === 'newNode' ? 'NodePool' : 'Node'}
                  name={to}
                />
              ) : (
                why ?? '—'
              ),
          },
        ]}
        rows={pods}
        rowKey={({ pod, node }) => `${node} ${pod}`}
      />
      {more > 0 && (
        <Text as="p" variant="body-small" color="secondary">
          {t('held.more', { count: more })}
        </Text>
      )}
    </>
  );
}
