import { kindNamed } from '../kinds';
import type { ClusterCapture } from './clusterCaptureSchema';

/**
 * A capture with only the fields that rules and pages read.
 *
 * @public
 */
export function allowListed(read: ClusterCapture): ClusterCapture {
  return {
    ...read,
    resources: read.resources.map(resource => {
      const kind = kindNamed(resource.resource);
      return {
        ...resource,
        items: resource.items
          .filter(item => kind?.selects(item))
          .flatMap(item => kind?.capture(item) ?? []),
      };
    }),
  };
}
