import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PostureView } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import styles from './CiliumTab.module.css';
import { DataTable } from '../DataTable';

/** Aspects that have a name for people. */
const ASPECTS = [
  ...(['ipam', 'routing', 'kube-proxy', 'aws-node', 'encryption'] as const),
  ...(['prefix-delegation', 'masquerade', 'hubble', 'cluster-mesh'] as const),
];

/** Whether what is configured and what is seen contradict each other. */
function Together(props: { row: PostureView }) {
  const { conflict, seen } = props.row;
  const { t } = useTranslationRef(clustersTranslationRef);
  if (conflict) {
    return (
      <Text as="p" variant="body-small" className={styles.warning}>
        <span aria-hidden="true">▲ </span>
        {conflict}
      </Text>
    );
  }
  return (
    <Text as="p" variant="body-small" color="secondary">
      {t(
        seen === undefined ? 'cilium.posture.notSeen' : 'cilium.posture.agrees',
      )}
    </Text>
  );
}

/**
 * Cilium's configuration beside the observed state; contradictions are marked.
 */
export function PostureTable(props: { posture: PostureView[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const nameOf = (aspect: string) => {
    const known = ASPECTS.find(one => one === aspect);
    return known ? t(`cilium.posture.aspects.${known}`) : aspect;
  };
  return (
    <DataTable
      label={t('cilium.posture.title')}
      columns={[
        {
          id: 'aspect',
          header: t('cilium.posture.aspect'),
          isRowHeader: true,
          render: row => nameOf(row.aspect),
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
        {
          id: 'conflict',
          header: t('cilium.posture.conflict'),
          wide: true,
          render: row => <Together row={row} />,
          signature: row => row.conflict ?? '',
        },
      ]}
      rows={props.posture}
      rowKey={row => row.aspect}
    />
  );
}
