import type { Config } from '@backstage/config';

/**
 * Names of the clusters that the operator lists in
 * `kubernetes.clusterLocatorMethods`. No catalog entity may use one of these
 * names.
 *
 * @public
 */
export function configuredClusterNames(config: Config): string[] {
  return (
    config.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? []
  )
    .filter(method => method.getString('type') === 'config')
    .flatMap(method => method.getOptionalConfigArray('clusters') ?? [])
    .map(cluster => cluster.getString('name'));
}
