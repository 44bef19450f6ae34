import {
  type LaunchOutlook,
  outlooksOfPools,
} from '@clusterworks/plugin-clusters-spec';
import { useDeferredValue, useMemo } from 'react';

/**
 * What pools may launch, while somebody types; undefined as long as a pool has
 * problems.
 */
export function useOutlooks(
  pools: readonly unknown[],
  prefixDelegation?: boolean,
): LaunchOutlook[] | undefined {
  // The list is new at every render, so its JSON text is compared. Typing goes
  // before the picture.
  const text = useDeferredValue(JSON.stringify(pools));
  return useMemo(
    () => outlooksOfPools(JSON.parse(text), prefixDelegation),
    [text, prefixDelegation],
  );
}
