import { useEffect } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import {
  type ClusterSpec,
  readClusterSpecYaml,
} from '@clusterworks/plugin-clusters-spec';
import { useClustersClient } from '../useClustersClient';
import { findSuggestion } from './findSuggestion';
import { beginSession, type ChangeValue, isOfSession } from './ChangeValue';

/**
 * The `cluster.yaml` in git. The form is filled in from it once, and again
 * when the user continues the pull request that is open already.
 */
export function useClusterInGit(
  value: ChangeValue,
  onChange: (value: ChangeValue) => void,
) {
  const client = useClustersClient();
  const { cluster, operation, finding, wave, differences } = value;
  const { continueOpen = false } = value;
  const isFilled = isOfSession(value);
  const inGit = useAsyncRetry(async () => {
    if (!cluster) {
      return undefined;
    }
    const found = await client.getClusterInGit(cluster, {
      ofOpenChange: continueOpen,
    });
    const wanted = { cluster, operation, finding, wave, differences };
    return {
      ...found,
      suggestion: await findSuggestion(wanted, found.text, client),
    };
  }, [client, cluster, continueOpen, operation, finding, wave, differences]);
  const found = inGit.value;
  useEffect(() => {
    if (found && !isFilled && found.isOpenChange === continueOpen) {
      const { spec } = readClusterSpecYaml(found.text);
      onChange({
        cluster,
        operation: operation ?? 'edit',
        version: found.version,
        ...(continueOpen ? { continueOpen } : {}),
        ...(spec ? { spec: spec as ClusterSpec } : {}),
        ...found.suggestion,
        ...(finding ? { finding } : {}),
        ...(differences ? { differences } : {}),
        ...(wave ? { wave } : {}),
        session: beginSession(),
      });
    }
  }, [
    found,
    isFilled,
    cluster,
    operation,
    finding,
    differences,
    wave,
    continueOpen,
    onChange,
  ]);
  return inGit;
}
