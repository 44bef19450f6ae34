import { renderCluster } from '@clusterworks/plugin-clusters-blueprint';
import type { ClusterRenderer } from '@clusterworks/plugin-clusters-node';
import { parseClusterSpec } from '@clusterworks/plugin-clusters-spec';

/** Renders at once, for tests that are about something else. */
export const directRenderer: ClusterRenderer = {
  render: async (spec, options) =>
    renderCluster(parseClusterSpec(spec), options),
};
