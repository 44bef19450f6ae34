import { type KnownCluster } from '../discovery/KnownCluster';
import { readEntity } from '../discovery/readEntity';
import { clusterEntity } from './clusterEntity';

/** A cluster as discovery finds it, without an API server. */
export function knownCluster(name: string): KnownCluster {
  return readEntity(clusterEntity(name), {
    allowedHosts: [],
    dangerouslyAllowed: [],
    dangerouslyAllowSkipTlsVerify: false,
  });
}
