import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import type { CreationPreviewResponse } from '@clusterworks/plugin-clusters-common';
import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { textValue } from '../textValue';
import { useClustersClient } from '../useClustersClient';
import type { UserToken } from '../useUserToken';

/** A new cluster compared with its platform repository. */
export type Comparison = {
  /** Absent until the answer is there. */
  value?: CreationPreviewResponse;
  error?: Error;
  retry: () => void;
};

/**
 * Asks the backend what the pull request would do to the platform repository;
 * nothing is written.
 *
 * @param spec - absent while it has problems
 */
export function useComparison(
  spec: ClusterSpec | undefined,
  formData: Record<string, unknown>,
  { token, isAwaited }: UserToken,
): Comparison {
  const client = useClustersClient();
  const wanted =
    spec &&
    !isAwaited &&
    // The object is new at every render, so its JSON text is compared.
    JSON.stringify({
      spec,
      repository: textValue(formData.repository),
      overlapAcknowledgement: textValue(formData.overlapAcknowledgement),
      token,
    });
  const { value, error, loading, retry } = useAsyncRetry(
    async () =>
      wanted ? await client.previewCreation(JSON.parse(wanted)) : undefined,
    [client, wanted],
  );
  // What was answered before is of another spec.
  return loading ? { retry } : { value, error, retry };
}
