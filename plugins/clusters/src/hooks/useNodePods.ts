import {
  MAX_NODES_WITH_PODS,
  type NodePods,
} from '@clusterworks/plugin-clusters-common';
import { useClustersApi } from './useClustersApi';
import { useLive, type Live } from './useLive';

/** The pods of more nodes than this are too small to be seen. */
export const MOST_NODES_WITH_PODS = 3 * MAX_NODES_WITH_PODS;

/**
 * The pods on some nodes, of which the first 60 are asked. They are asked again
 * from time to time, not at each change of the cluster.
 */
export function useNodePods(
  cluster: string,
  nodes: readonly string[],
): Live<NodePods[]> {
  const clustersApi = useClustersApi();
  const asked = nodes.slice(0, MOST_NODES_WITH_PODS);
  return useLive({
    owner: clustersApi,
    key: `pods ${cluster} ${asked.join()}`,
    load: signal =>
      Promise.all(
        Array.from(
          { length: Math.ceil(asked.length / MAX_NODES_WITH_PODS) },
          (_, index) =>
            clustersApi.getNodePods(
              cluster,
              asked.slice(
                index * MAX_NODES_WITH_PODS,
                (index + 1) * MAX_NODES_WITH_PODS,
              ),
              { signal },
            ),
        ),
      ),
    concerns: () => false,
    paused: asked.length === 0,
  });
}
