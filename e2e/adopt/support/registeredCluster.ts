import {
  healthyCluster,
  type KubeObject,
} from '../../../packages/kube-fixtures/src';
import {
  type SimulatedCluster,
  startSimulatedCluster,
} from '../../../packages/kube-simulator/src';
import { parse, stringify } from 'yaml';
import { existingClusters } from './existingClusters';

const keys = {
  accessKeyId: 'AKIATESTCLUSTERWORKS',
  secretAccessKey: 'test-not-a-secret',
};

const RENEW_MS = 2_000;

/** A healthy EKS cluster that accepts tokens of `registrationConfig`. */
export async function startCluster(): Promise<SimulatedCluster> {
  const { leases, ...others } = healthyCluster();
  const cluster = await startSimulatedCluster({
    id: 'payments',
    auth: { type: 'eks', keys, groups: ['clusterworks:readers'] },
    objects: Object.values(others).flat() as KubeObject[],
  });
  const renew = () => {
    const renewTime = new Date().toISOString().replace('Z', '000Z');
    for (const each of leases) {
      const spec = each.spec as object;
      cluster.apply({ ...each, spec: { ...spec, renewTime } } as KubeObject);
    }
  };
  renew();
  const timer = setInterval(renew, RENEW_MS);
  return {
    ...cluster,
    stop() {
      clearInterval(timer);
      return cluster.stop();
    },
  };
}

/** The entity that the guide describes, for a cluster on this machine. */
export function clusterFile({ url, caData }: SimulatedCluster): string {
  const entity = parse(existingClusters('catalog-info.yaml'));
  const { annotations } = entity.metadata;
  annotations['kubernetes.io/api-server'] = url;
  annotations['kubernetes.io/api-server-certificate-authority'] = caData;
  // There is no STS here to take on a role.
  delete annotations['kubernetes.io/aws-assume-role'];
  delete annotations['kubernetes.io/aws-external-id'];
  return stringify(entity);
}

/** What a portal on this machine needs besides what the guide says. */
export function registrationConfig(file: string) {
  const { catalog } = parse(existingClusters('app-config.yaml, one location'));
  return {
    location: { ...catalog.locations[0], type: 'file', target: file },
    config: {
      aws: { mainAccount: keys },
      integrations: {
        github: [{ host: 'github.com', apiBaseUrl: 'http://127.0.0.1:9' }],
      },
      clusters: { guard: { allowedApiServerHosts: ['127.0.0.1'] } },
      kubernetes: {
        serviceLocatorMethod: { type: 'singleTenant' },
        clusterLocatorMethods: [
          { type: 'catalog', dangerouslyAllowClusterUrls: ['127.0.0.1'] },
        ],
      },
    },
  };
}
