import { Fields } from '../Fields';

/** A reference to the object that owns another. */
export interface OwnerFacts {
  kind: string;
  name: string;
  uid?: string;
  controller: boolean;
}

/** What is kept of every object. Times are milliseconds since 1970. */
export interface MetaFacts {
  name: string;
  namespace?: string;
  uid?: string;
  createdAt?: number;
  deletedAt?: number;
  generation?: number;
  labels: Record<string, string>;
  /** Only those of the allow-list: others may hold anything. */
  annotations: Record<string, string>;
  owners: OwnerFacts[];
  finalizers: string[];
  /** Paths of malformed fields; absent when there are none. */
  problems?: string[];
}

/** Annotations that rules read, and nothing else is kept or captured. */
export const keptAnnotations: readonly string[] = [
  'karpenter.sh/do-not-disrupt',
  'karpenter.sh/do-not-repair',
  'karpenter.sh/nodeclaim-termination-timestamp',
  'karpenter.sh/nodepool-hash',
  'karpenter.k8s.aws/tagged',
  'karpenter.k8s.aws/instance-profile-name',
  'kubernetes.io/config.mirror',
  'network.cilium.io/wg-pub-key',
  'controller-gen.kubebuilder.io/version',
  'deprecated.daemonset.template.generation',
];

/** Reads `metadata`. */
export function readMeta(object: Fields): MetaFacts {
  const meta = object.object('metadata');
  const annotations: Record<string, string> = {};
  const all = meta.object('annotations');
  for (const key of keptAnnotations) {
    const value = all.text(key);
    if (value !== undefined) annotations[key] = value;
  }
  return {
    name: meta.text('name') ?? '',
    namespace: meta.text('namespace'),
    uid: meta.text('uid'),
    createdAt: meta.time('creationTimestamp'),
    deletedAt: meta.time('deletionTimestamp'),
    generation: meta.count('generation'),
    labels: meta.textMap('labels'),
    annotations,
    owners: meta.objects('ownerReferences').map(owner => ({
      kind: owner.text('kind') ?? '',
      name: owner.text('name') ?? '',
      uid: owner.text('uid'),
      controller: owner.flag('controller') ?? false,
    })),
    finalizers: meta.texts('finalizers'),
  };
}
