import { useEffect, useState } from 'react';
import type {
  ClusterMerge,
  ClusterMerges,
} from '@clusterworks/plugin-clusters-common';
import { useReadOnly } from '../components/ReadOnly';
import { useClustersApi } from './useClustersApi';
import { useLive } from './useLive';

/** The rest of a page waits no longer for what a git host has to answer. */
const WAIT_MS = 1_000;
const NONE: ClusterMerge[] = [];

/** What is known of the pull requests of a cluster that were merged. */
export type Merges = Pick<ClusterMerges, 'missing' | 'readAt'> & {
  merges: readonly ClusterMerge[];
  /** They are expected at any moment, so that the page may wait. */
  isAwaited: boolean;
  /** The page was shown before they were known. */
  cameLate: boolean;
};

function withoutAnswer(error: Error | undefined): ClusterMerges['missing'] {
  return error ? 'failed' : 'reading';
}

/**
 * The pull requests of a cluster that were merged within the last 24 hours.
 *
 * @param isRestReady - whether only they are waited for
 */
export function useMerges(cluster: string, isRestReady: boolean): Merges {
  const clustersApi = useClustersApi();
  const isReadOnly = useReadOnly();
  const { value, error } = useLive({
    owner: clustersApi,
    key: `merges ${cluster}`,
    paused: isReadOnly,
    // They come from git, not with changes of the cluster.
    concerns: () => false,
    load: signal => clustersApi.getMerges(cluster, { signal }),
  });
  const missing = value ? value.missing : withoutAnswer(error);
  const isKnown = isReadOnly || missing !== 'reading';
  const [shown, setShown] = useState<'before' | 'after'>();
  useEffect(() => {
    if (!isRestReady) {
      return undefined;
    }
    if (isKnown) {
      setShown(before => before ?? 'after');
      return undefined;
    }
    const timer = setTimeout(
      () => setShown(before => before ?? 'before'),
      WAIT_MS,
    );
    return () => clearTimeout(timer);
  }, [isKnown, isRestReady]);
  return {
    merges: value?.merges ?? NONE,
    ...(missing ? { missing } : {}),
    ...(value?.readAt ? { readAt: value.readAt } : {}),
    isAwaited: !isKnown && shown === undefined,
    cameLate: shown === 'before',
  };
}
