import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { Rule } from '@clusterworks/plugin-clusters-health';
import type { VisibleClusters } from '../permissions/VisibleClusters';
import type { PreviewRenderer } from '../render/PreviewRenderer';
import { createAddressRunwayAction } from './createAddressRunwayAction';
import { createExplainFindingAction } from './createExplainFindingAction';
import { createGetClusterAction } from './createGetClusterAction';
import { createGetFindingsAction } from './createGetFindingsAction';
import { createListClustersAction } from './createListClustersAction';
import { createRenderPreviewAction } from './createRenderPreviewAction';
import { createWhyNodeAction } from './createWhyNodeAction';

/**
 * Registers the actions with which agents and templates ask about clusters. All
 * of them only read, with the permissions of the caller.
 */
export function registerClusterActions(
  registry: ActionsRegistryService,
  options: {
    clusters: VisibleClusters;
    previews: PreviewRenderer;
    /** All rules, including those that modules of the host add. */
    rules: () => readonly Rule[];
  },
): void {
  const { clusters, previews, rules } = options;
  createListClustersAction(registry, clusters);
  createGetClusterAction(registry, clusters);
  createGetFindingsAction(registry, clusters);
  createExplainFindingAction(registry, clusters, rules);
  createWhyNodeAction(registry, clusters);
  createAddressRunwayAction(registry, clusters);
  createRenderPreviewAction(registry, previews);
}
