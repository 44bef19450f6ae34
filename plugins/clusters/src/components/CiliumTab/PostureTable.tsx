import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PostureView } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import styles from './CiliumTab.module.css';
import { DataTable } from '../DataTable';

/**
 * Cilium's configuration beside the observed state; contradictions are marked.
 */
export function PostureTable(props: { posture: PostureView[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <DataTable
      label={t('cilium.posture.title')}
      columns={[
        {
          id: 'aspect',
          header: t('cilium.posture.aspect'),
          isRowHeader: true,
          render: row => row.aspect,
        },
        {
          id: 'configured',
          header: t('cilium.posture.configured'),
          render: row => row.configured,
        },
        {
          id: 'seen',
          header: t('cilium.posture.seen'),
          render: row => row.seen ?? '—',
          signature: row => row.seen ?? '',
        },
        ...(props.posture.some(row => row.conflict)
          ? [
              {
                id: 'conflict',
                header: t('cilium.posture.conflict'),
                wide: true,
                render: (row: PostureView) =>
                  row.conflict && (
                    <Text
                      as="p"
                      variant="body-small"
                      className={styles.warning}
                    >
                      <span aria-hidden="true">▲ </span>
                      {row.conflict}
                    </Text>
                  ),
              },
            ]
          : []),
      ]}
      rows={props.posture}
      rowKey={row => row.aspect}
    />
  );
}
