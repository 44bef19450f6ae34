import { Machine } from './Machine';

/** A container of a workload. */
export interface ContainerPlan {
  name: string;
  image: string;
  requests?: Record<string, string>;
  env?: Record<string, string>;
}

/** A Deployment or DaemonSet with its pods. */
export interface Workload {
  kind: 'Deployment' | 'DaemonSet';
  name: string;
  namespace: string;
  uid: string;
  replicaSetUid: string;
  hash: string;
  createdAt: string;
  labels: Record<string, string>;
  /** Of its pods, beyond the labels above. */
  podLabels?: Record<string, string>;
  container: ContainerPlan;
  hostNetwork?: boolean;
  priorityClassName?: string;
  serviceAccountName?: string;
  tolerations: Record<string, unknown>[];
  replicas: number;
  /** Counts changes of the spec. */
  generation: number;
  /** GPUs that each pod asks for. */
  gpus?: number;
  /** When the Deployment became available, or stopped being so. */
  availableSince?: string;
}

/** One pod. */
export interface PodModel {
  name: string;
  namespace: string;
  uid: string;
  workload: Workload;
  createdAt: string;
  machine?: Machine;
  ip?: string;
  scheduledAt?: string;
  startedAt?: string;
  ready: boolean;
  readyAt?: string;
  deletedAt?: string;
  /** Scheduler's message while there is no node. */
  unschedulable?: string;
  /** The NodeClaim that Karpenter has launched for it. */
  nominated?: string;
  restarts?: number;
  waiting?: { reason: string; message: string };
  /** How the container ended the last time. */
  lastExit?: {
    exitCode: number;
    reason: string;
    startedAt: string;
    finishedAt: string;
  };
  endpointId: number;
}
