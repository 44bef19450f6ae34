import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import type { AwsKeys } from '@clusterworks/kube-simulator';
import {
  CertificateAuthority,
  eksAccess,
  KubeApi,
  ObjectStore,
  SecureListener,
} from '@clusterworks/kube-simulator';
import { demoAwsKeys } from '@clusterworks/demo';
import type { HeartRates } from './FleetHeart';
import { FleetHeart } from './FleetHeart';
import { templateObjects } from './templateObjects';

/** Settings of a fleet for measurements. */
export interface BenchmarkFleetOptions {
  clusters: number;
  /** Nodes of each cluster. */
  nodes: number;
  /** Pods of a service on each node. Default 2. */
  podsPerNode?: number;
  /** Each cluster on a port of its own, or all on one with paths. Default own. */
  ports?: 'own' | 'shared';
  keys?: AwsKeys;
  rates?: Partial<HeartRates>;
}

/** One cluster of the fleet. */
export interface BenchmarkCluster {
  /** `bench-0001`, the value of `x-k8s-aws-id`. */
  id: string;
  url: string;
  caData: string;
  api: KubeApi;
  store: ObjectStore;
  /**
   * The port of the cluster; with `ports: 'shared'` all clusters have the
   * same.
   */
  listener: SecureListener;
}

/** A running fleet. */
export interface BenchmarkFleet {
  clusters: BenchmarkCluster[];
  stop(): Promise<void>;
}

/**
 * The number of changes per kind that are kept for watches which resume;
 * small, to save memory.
 */
const HISTORY = 200;

/** One port for all: `https://127.0.0.1:<port>/clusters/<id>`. */
function byPath(apis: Map<string, KubeApi>) {
  return (request: Http2ServerRequest, response: Http2ServerResponse) => {
    const match = /^\/clusters\/([^/?]+)(\/.*)$/.exec(request.url);
    const api = match && apis.get(match[1]);
    if (!match || !api) {
      response.writeHead(404);
      response.end();
      return;
    }
    api.handle(request, response, match[2]);
  };
}

function newApi(
  id: string,
  store: ObjectStore,
  options: BenchmarkFleetOptions,
): KubeApi {
  return new KubeApi({
    store,
    access: eksAccess({
      clusterId: id,
      keys: options.keys ?? demoAwsKeys,
      roleArn: 'arn:aws:iam::123456789012:role/backstage',
    }),
    serverVersion: 'v1.35.4-eks-1a2b3c4',
    watchTimes: { bookmarkMs: 60_000, timeoutMs: 30 * 60_000 },
  });
}

/**
 * Starts many small healthy clusters in this process. They share the objects
 * that have not changed, so that a thousand fit into some hundred megabytes.
 */
export async function startBenchmarkFleet(
  options: BenchmarkFleetOptions,
): Promise<BenchmarkFleet> {
  const template = templateObjects({
    nodes: options.nodes,
    podsPerNode: options.podsPerNode ?? 2,
    now: Date.now(),
  });
  const apis = new Map<string, KubeApi>();
  for (let index = 1; index <= options.clusters; index += 1) {
    const id = `bench-${String(index).padStart(4, '0')}`;
    const store = new ObjectStore({
      resourceVersion: template.resourceVersion,
      historyLimit: HISTORY,
    });
    store.seed(template.objects);
    apis.set(id, newApi(id, store, options));
  }
  const { listeners, caData } = await listen(apis, options);
  const clusters = [...apis.values()].map((api, index) => {
    const { id, url, listener } = listeners[index];
    return { id, url, caData, listener, api, store: api.parts.store };
  });
  const heart = new FleetHeart(
    clusters.map(({ store }) => store),
    template.objects,
    { nodeStatusMs: 300_000, leaseMs: 20_000, ...options.rates },
  );
  heart.start();
  return {
    clusters,
    stop: async () => {
      heart.stop();
      apis.forEach(api => api.dropWatches());
      await Promise.all(listeners.map(({ listener }) => listener.close()));
    },
  };
}

async function listen(
  apis: Map<string, KubeApi>,
  options: BenchmarkFleetOptions,
) {
  const authority = CertificateAuthority.create();
  const certificate = authority.issueServerCertificate();
  const open = async (
    handler: ConstructorParameters<typeof SecureListener>[1],
  ) => {
    const listener = new SecureListener(certificate, handler, () => {}, 0);
    await listener.open();
    return { listener, url: `https://127.0.0.1:${listener.port}` };
  };
  const { caData } = authority;
  if (options.ports === 'shared') {
    const { listener, url } = await open(byPath(apis));
    const listeners = [...apis.keys()].map(id => ({
      ...{ id, listener },
      url: `${url}/clusters/${id}`,
    }));
    return { listeners, caData };
  }
  const listeners = [];
  for (const [id, api] of apis) {
    const opened = await open((request, response) => {
      api.handle(request, response);
    });
    listeners.push({ id, ...opened });
  }
  return { listeners, caData };
}
