/** A container of a workload. */
export interface ContainerFacts {
  name: string;
  image: string;
  requests?: Record<string, string>;
  env?: Record<string, string>;
}

/** A Deployment or DaemonSet, and what its pods have of it. */
export interface Workload {
  kind: 'Deployment' | 'DaemonSet';
  name: string;
  namespace: string;
  labels: Record<string, string>;
  container: ContainerFacts;
  replicas: number;
  hostNetwork?: boolean;
  priorityClassName?: string;
  serviceAccountName?: string;
  tolerations?: Record<string, unknown>[];
  /** GPUs that each pod asks for. */
  gpus?: number;
  uid?: string;
  replicaSetUid?: string;
  /** Hash of the pod template; part of the name of its ReplicaSet. */
  hash?: string;
  createdAt?: string;
  /** Counts changes of the spec. */
  generation?: number;
}

/** A Deployment of a team: services are all alike. */
export function service(
  name: string,
  namespace = 'default',
  change: Partial<Workload> = {},
): Workload {
  return {
    kind: 'Deployment',
    name,
    namespace,
    labels: { 'app.kubernetes.io/name': name },
    container: {
      name,
      image: `registry.example.com/${namespace}/${name}:1.${name.length}.0`,
      requests: { cpu: '250m', memory: '512Mi' },
    },
    replicas: 1,
    ...(change.gpus && {
      tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists' }],
    }),
    ...change,
  };
}

/** The name of the owner of a workload's pods. */
export function ownerOf({ kind, name, hash = 'hash' }: Workload): string {
  return kind === 'DaemonSet' ? name : `${name}-${hash}`;
}

/** The uid of a workload. */
export function uidOf({ uid, name }: Workload): string {
  return uid ?? `workload-${name}`;
}

/** The uid of the ReplicaSet of a Deployment. */
export function replicaSetUidOf({ replicaSetUid, name }: Workload): string {
  return replicaSetUid ?? `replicas-${name}`;
}
