import type { ReactNode } from 'react';
import { Button } from '@backstage/ui';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ClusterDetail,
  ClusterView,
} from '@clusterworks/plugin-clusters-common';
import { useCluster } from '../../hooks/useCluster';
import { clustersTranslationRef } from '../../translation';
import { ReadableTones } from '../ReadableTones';
import { LoadingRows, RequestErrorNotice, StateNotice } from '../StateNotice';
import { connectionNotice } from './connectionNotice';
import styles from './ClusterPanel.module.css';

function isNotFound(error: Error): boolean {
  const { statusCode } = error as { statusCode?: unknown };
  return statusCode === 404 || error.name === 'NotFoundError';
}

/** Says why a cluster gives no facts, in its own words where it has some. */
export function ConnectionStateNotice(props: { detail: ClusterDetail }) {
  const { connection } = props.detail.row;
  const { t } = useTranslationRef(clustersTranslationRef);
  const notice = connectionNotice(connection);
  if (!notice) {
    return null;
  }
  const text = [connection.message, notice.text && t(notice.text)]
    .filter(Boolean)
    .join(' ');
  return (
    <StateNotice
      kind={notice.kind}
      title={t(notice.title)}
      text={text || undefined}
    />
  );
}

function PanelContent(props: {
  children: (detail: ClusterDetail) => ReactNode;
}) {
  const { entity } = useEntity();
  const { t } = useTranslationRef(clustersTranslationRef);
  const { value, error, loading, refresh } = useCluster(entity.metadata.name);
  if (loading) {
    return <LoadingRows />;
  }
  if (error && isNotFound(error)) {
    return (
      <StateNotice
        kind="empty"
        title={t('state.notFoundTitle')}
        text={t('state.notFoundText')}
        action={
          <Button size="small" variant="secondary" onPress={refresh}>
            {t('state.retry')}
          </Button>
        }
      />
    );
  }
  if (!value) {
    return error ? (
      <RequestErrorNotice error={error} onRetry={refresh} />
    ) : null;
  }
  return (
    <div className={styles.panel}>
      {error && (
        <StateNotice
          kind="unreachable"
          title={t('state.staleTitle', { reason: error.message })}
        />
      )}
      {props.children(value)}
    </div>
  );
}

/**
 * Loads the cluster of the entity at hand and shows the designed state when
 * there is nothing else to show. An old answer is shown with its age instead
 * of an error.
 */
export function ClusterPanel(props: {
  children: (detail: ClusterDetail) => ReactNode;
}) {
  return (
    <ReadableTones>
      <PanelContent>{props.children}</PanelContent>
    </ReadableTones>
  );
}

/** As {@link ClusterPanel}, for tabs that need what was read of the cluster. */
export function ClusterViewPanel(props: {
  children: (view: ClusterView, detail: ClusterDetail) => ReactNode;
}) {
  return (
    <ClusterPanel>
      {detail => (
        <>
          <ConnectionStateNotice detail={detail} />
          {detail.view && props.children(detail.view, detail)}
        </>
      )}
    </ClusterPanel>
  );
}
