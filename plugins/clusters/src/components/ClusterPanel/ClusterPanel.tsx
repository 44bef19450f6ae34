import type { ReactNode } from 'react';
import type { Entity } from '@backstage/catalog-model';
import { Button } from '@backstage/ui';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  clusterAnnotations,
  clusterLabels,
  type ClusterDetail,
  type ClusterView,
} from '@clusterworks/plugin-clusters-common';
import { useCluster } from '../../hooks/useCluster';
import { clustersTranslationRef } from '../../translation';
import { ObjectDrawerHost } from '../ObjectDrawer';
import { ReadableTones } from '../ReadableTones';
import { LoadingRows, RequestErrorNotice, StateNotice } from '../StateNotice';
import { RefusedNotice } from './ClaimNotice';
import { connectionNotice } from './connectionNotice';
import { ownClaim } from './ownClaim';
import styles from './ClusterPanel.module.css';

/**
 * True when little is to come, by what the catalog says: rows that filled the
 * window would let what is below them jump up.
 */
function isUnseen({ metadata }: Entity): boolean {
  return metadata.labels?.[clusterLabels.health] === 'unknown';
}

function isNotFound(error: Error): boolean {
  const { statusCode } = error as { statusCode?: unknown };
  return statusCode === 404 || error.name === 'NotFoundError';
}

/**
 * Says why a cluster gives no facts, with the API server's message where there
 * is one.
 */
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
    return <LoadingRows rows={8} fillsWindow={!isUnseen(entity)} />;
  }
  const holder = entity.metadata.annotations?.[clusterAnnotations.nameTakenBy];
  if (holder && !value) {
    // The entity that has the name may be hidden from this user.
    const { name } = entity.metadata;
    return <RefusedNotice reason="nameTaken" name={name} holder={holder} />;
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
  // Names are unique: what has this name may be another entity's cluster.
  const reason = ownClaim(entity, value.row);
  if (reason) {
    const { name, entityRef } = value.row;
    return <RefusedNotice reason={reason} name={name} holder={entityRef} />;
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
      <ObjectDrawerHost detail={value} />
    </div>
  );
}

/**
 * Loads the cluster of the current entity, and shows a notice when there is no
 * cluster to show. An old answer is shown with its age instead of an error.
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

/** As {@link ClusterPanel}, for tabs that need the view of the cluster. */
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
