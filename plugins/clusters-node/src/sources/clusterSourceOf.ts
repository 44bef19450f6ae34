import {
  type ClusterSource,
  EKS_LOCATION_TYPE,
} from '@clusterworks/plugin-clusters-common';
import {
  isInBaseBranch,
  type PlatformRepository,
} from '@clusterworks/plugin-clusters-spec';

/**
 * Determines the source of a cluster entity from its annotation
 * `backstage.io/managed-by-location`. The catalog sets this annotation on
 * everything read from locations; only entity providers, which are code of the
 * portal, can choose its value.
 *
 * @public
 */
export function clusterSourceOf(
  location: string | undefined,
  repositories: readonly PlatformRepository[],
): ClusterSource {
  const place = location ?? '';
  if (repositories.some(repository => isInBaseBranch(place, repository))) {
    return 'platformRepository';
  }
  return place.startsWith(`${EKS_LOCATION_TYPE}:`)
    ? 'eksDiscovery'
    : 'handWritten';
}
