import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type { clustersTranslationRef } from '../translation';

/**
 * The name people use for a Kubernetes resource, with its unit.
 *
 * @param t - the texts of the pages
 * @param resource - a resource name, for example `cpu` or `example.com/fpga`
 */
export function resourceLabel(
  t: TranslationFunction<(typeof clustersTranslationRef)['T']>,
  resource: string,
): string {
  switch (resource) {
    case 'cpu':
      return t('format.resources.cpu');
    case 'memory':
      return t('format.resources.memory');
    case 'ephemeral-storage':
      return t('format.resources.storage');
    case 'nodes':
      return t('format.resources.nodes');
    case 'nvidia.com/gpu':
      return t('format.resources.gpu');
    default:
      return resource;
  }
}
