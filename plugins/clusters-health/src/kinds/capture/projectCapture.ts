import { kindNamed, type SourceName } from '../kinds';
import { projectResource } from '../projectResource';
import {
  blankSnapshot,
  type Snapshot,
  type SnapshotResources,
} from '../Snapshot';
import type { CapturedResource, ClusterCapture } from './clusterCaptureSchema';

/**
 * Turns a capture into the snapshot that is assessed. Kinds that the capture
 * does not have get the state `notCollected`. Never throws.
 *
 * @public
 */
export function projectCapture(capture: ClusterCapture): Snapshot {
  const snapshot = blankSnapshot(capture.cluster, 'notCollected');
  for (const resource of capture.resources) {
    const kind = kindNamed(resource.resource);
    if (kind) {
      take(snapshot.resources, kind.resource, resource);
    }
  }
  return { ...snapshot, serverVersion: capture.serverVersion };
}

function take<S extends SourceName>(
  resources: SnapshotResources<S>,
  source: S,
  { state, message, items }: CapturedResource,
): void {
  resources[source] = {
    ...projectResource(source, items),
    state,
    reason: message,
  };
}
