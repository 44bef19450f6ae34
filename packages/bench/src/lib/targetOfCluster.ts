import { ApiServerGuard } from '@clusterworks/plugin-clusters-node';
import { mockServices } from '@backstage/backend-test-utils';
import {
  clusterEntity,
  createCredentials,
  ReadableProviders,
  readEntity,
  targetOf,
  testAwsKeys,
} from '../clustersBackendInternals';

const loopback = ['127.0.0.1'];
const guard = new ApiServerGuard({
  allowedHosts: loopback,
  privateHosts: loopback,
});
/** No module adds credentials. */
const added = new Map();

/** Where a simulated cluster is read, as its fleet worker tells it. */
export interface ReadableCluster {
  id: string;
  url: string;
  caData: string;
}

/** The address and the credentials of a simulated cluster, as a reader gets them. */
export function targetOfCluster(cluster: ReadableCluster) {
  const config = mockServices.rootConfig({
    data: { aws: { mainAccount: testAwsKeys } },
  });
  const found = readEntity(clusterEntity(cluster.id, cluster), {
    guard,
    providers: new ReadableProviders(added),
    maySkipTlsVerify: false,
    repositories: [],
  });
  const known = { ...found, identity: cluster.id, otherClaims: [] };
  return targetOf(known, createCredentials(config, added), guard.lookup());
}
