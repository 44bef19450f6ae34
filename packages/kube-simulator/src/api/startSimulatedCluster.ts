import { type KubeObject, kubeTime } from '@clusterworks/kube-fixtures';
import { eksAccess } from '../aws/eksAccess';
import type { AwsKeys } from '../aws/verifyPresignedUrl';
import { CertificateAuthority } from '../tls/CertificateAuthority';
import type { Access } from './Access';
import { tokenAccess } from './Access';
import type { Counters } from './Counters';
import {
  clusterCustomKinds,
  customResourceDefinition,
} from './customResources';
import type { Faults } from './Faults';
import { KubeApi } from './KubeApi';
import { ObjectStore } from './ObjectStore';
import { SecureListener } from './SecureListener';
import type { WatchTimes } from './watchObjects';

/** Who may enter a simulated cluster. */
export type SimulatedAuth =
  /** EKS tokens signed with these keys for the cluster's id; no groups: 403. */
  | { type: 'eks'; keys: AwsKeys; roleArn?: string; groups?: string[] }
  | { type: 'token'; token: string }
  | { type: 'custom'; access: Access };

/** Settings of a simulated cluster. */
export interface SimulatedClusterOptions {
  /** Name of the EKS cluster, the value of `x-k8s-aws-id`. */
  id: string;
  /** What is there at the start. */
  objects?: KubeObject[];
  /** A free port when 0 or absent. */
  port?: number;
  auth: SimulatedAuth;
  /** Default v1.35.4. */
  serverVersion?: string;
  /** Install the CRDs of Karpenter and Cilium. Default true. */
  installCustomResources?: boolean;
  /** An authority to keep; else one is made for this cluster. */
  certificateAuthority?: CertificateAuthority;
  store?: ObjectStore;
  watchTimes?: Partial<WatchTimes>;
  now?: () => Date;
}

/** A running simulated cluster. */
export interface SimulatedCluster {
  id: string;
  url: string;
  port: number;
  /** Base64 of the PEM of its certificate authority. */
  caData: string;
  store: ObjectStore;
  api: KubeApi;
  counters: Counters;
  faults: Faults;
  /** Creates or replaces an object. */
  apply(object: KubeObject): KubeObject;
  /** Deletes an object; false when there is none. */
  delete: ObjectStore['delete'];
  /** Forgets all changes so far: watches and pages from before get 410. */
  compact(): void;
  /** Ends the watches of one kind (`<plural>[.<group>]`), or all. */
  dropWatches(resource?: string): void;
  /** Breaks every connection. */
  dropConnections(): void;
  /** Closes the port; `resume` opens the same one again. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Serves a certificate of an unknown authority. */
  breakTls(): void;
  repairTls(): void;
  stop(): Promise<void>;
}

let sharedAuthority: CertificateAuthority | undefined;

/** One authority for all clusters of a test: keys take time to make. */
function testAuthority(): CertificateAuthority {
  sharedAuthority ??= CertificateAuthority.create();
  return sharedAuthority;
}

function accessOf(options: SimulatedClusterOptions): Access {
  const { auth } = options;
  if (auth.type === 'token') {
    return tokenAccess(auth.token);
  }
  if (auth.type === 'custom') {
    return auth.access;
  }
  return eksAccess({
    clusterId: options.id,
    keys: auth.keys,
    roleArn: auth.roleArn ?? 'arn:aws:iam::123456789012:role/backstage',
    groups: auth.groups,
    now: options.now,
  });
}

function storeOf(options: SimulatedClusterOptions): ObjectStore {
  const now = options.now ?? (() => new Date());
  const store = options.store ?? new ObjectStore({ now });
  if (options.installCustomResources ?? true) {
    for (const custom of clusterCustomKinds) {
      const definition = customResourceDefinition(custom, kubeTime(now()));
      if (!store.resource(custom.group, custom.version, custom.plural)) {
        store.apply(definition);
      }
    }
  }
  options.objects?.forEach(object => store.apply(object));
  return store;
}

/** Starts the API server of one simulated cluster on 127.0.0.1. */
export async function startSimulatedCluster(
  options: SimulatedClusterOptions,
): Promise<SimulatedCluster> {
  const authority = options.certificateAuthority ?? testAuthority();
  const certificate = authority.issueServerCertificate();
  const store = storeOf(options);
  const api = new KubeApi({
    store,
    access: accessOf(options),
    serverVersion: options.serverVersion ?? 'v1.35.4',
    watchTimes: {
      bookmarkMs: 60_000,
      timeoutMs: 30 * 60_000,
      ...options.watchTimes,
    },
  });
  const listener = new SecureListener(
    certificate,
    (request, response) => api.handle(request, response),
    () => {
      api.counters.connections += 1;
    },
    options.port ?? 0,
  );
  await listener.open();
  return {
    id: options.id,
    api,
    url: `https://127.0.0.1:${listener.port}`,
    port: listener.port,
    caData: authority.caData,
    store,
    counters: api.counters,
    faults: api.faults,
    apply: object => store.apply(object),
    delete: object => store.delete(object),
    compact: () => {
      api.snapshots.clear();
      store.compact();
    },
    dropWatches: resource => api.dropWatches(resource),
    dropConnections: () => listener.dropConnections(),
    pause: () => listener.close(),
    resume: () => listener.open(),
    breakTls: () =>
      listener.useCertificate(
        CertificateAuthority.create().issueServerCertificate(),
      ),
    repairTls: () => listener.useCertificate(certificate),
    stop: () => {
      api.dropWatches();
      return listener.close();
    },
  };
}
