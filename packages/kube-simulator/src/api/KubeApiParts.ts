import type { Access } from './Access';
import type { ObjectStore } from './ObjectStore';
import type { WatchTimes } from './watchObjects';

/** What one simulated API server is made of. */
export interface KubeApiParts {
  store: ObjectStore;
  access: Access;
  /** As `kubectl version` says it, for example `v1.35.4`. */
  serverVersion: string;
  watchTimes: WatchTimes;
}
