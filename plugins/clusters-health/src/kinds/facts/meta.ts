import { WantedFields } from '@clusterworks/plugin-clusters-common';
import { Fields } from '../Fields';
import { plainFields, plainMap } from '../plainFields';

/** A reference to the object that owns another. */
export interface OwnerFacts {
  kind: string;
  name: string;
  uid?: string;
  controller: boolean;
}

/** What is kept of every object. Times are milliseconds since 1970. */
export interface NameFacts {
  name: string;
  namespace?: string;
  createdAt?: number;
  deletedAt?: number;
  /** Paths of malformed fields; absent when there are none. */
  problems?: string[];
}

/** What is kept of objects that are told apart and belong to others. */
export interface OwnedFacts extends NameFacts {
  uid?: string;
  generation?: number;
  /** Only those of the allow-list: others may hold anything. */
  annotations: Record<string, string>;
  owners: OwnerFacts[];
}

/** What is kept of objects that others select by any label. */
export interface MetaFacts extends OwnedFacts {
  labels: Record<string, string>;
}

/**
 * Labels of Nodes and NodeClaims that rules and pages read; each has dozens,
 * and a fleet has them by the million.
 */
export const keptNodeLabels = [
  'eks.amazonaws.com/capacityType',
  'eks.amazonaws.com/compute-type',
  'eks.amazonaws.com/nodegroup',
  'karpenter.k8s.aws/ec2nodeclass',
  'karpenter.sh/capacity-type',
  'karpenter.sh/initialized',
  'karpenter.sh/nodepool',
  'kubernetes.io/arch',
  'kubernetes.io/os',
  'node.kubernetes.io/instance-type',
  'topology.kubernetes.io/zone',
] as const;

/** The labels that are kept of a Node or NodeClaim. */
export type NodeLabels = {
  [K in (typeof keptNodeLabels)[number]]?: string;
};

/** What is kept of Nodes and NodeClaims. */
export interface NodeMetaFacts extends OwnedFacts {
  labels: NodeLabels;
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

const nameNames = [
  'name',
  'namespace',
  'creationTimestamp',
  'deletionTimestamp',
];

/** What `readName` reads of an object. */
export const nameFields: WantedFields = {
  metadata: plainFields(...nameNames),
};

/** What `readOwned` reads of an object. */
export const ownedFields: WantedFields = {
  metadata: {
    ...plainFields(...nameNames, 'uid', 'generation'),
    annotations: plainFields(...keptAnnotations),
    ownerReferences: plainFields('kind', 'name', 'uid', 'controller'),
  },
};

/** What `readMeta` reads of an object. */
export const metaFields: WantedFields = {
  metadata: { ...ownedFields.metadata, labels: plainMap },
};

/** What `readNodeMeta` reads of an object. */
export const nodeMetaFields: WantedFields = {
  metadata: {
    ...ownedFields.metadata,
    labels: plainFields(...keptNodeLabels),
  },
};

/** Reads the name of an object and its times. */
export function readName(object: Fields): NameFacts {
  const meta = object.object('metadata');
  return {
    name: meta.text('name') ?? '',
    namespace: meta.text('namespace'),
    createdAt: meta.time('creationTimestamp'),
    deletedAt: meta.time('deletionTimestamp'),
  };
}

/** Reads `metadata` without labels. */
export function readOwned(object: Fields): OwnedFacts {
  const meta = object.object('metadata');
  const annotations: Record<string, string> = {};
  const all = meta.object('annotations');
  for (const key of keptAnnotations) {
    const value = all.text(key);
    if (value !== undefined) annotations[key] = value;
  }
  return {
    ...readName(object),
    uid: meta.text('uid'),
    generation: meta.count('generation'),
    annotations,
    owners: meta.objects('ownerReferences').map(owner => ({
      kind: owner.text('kind') ?? '',
      name: owner.text('name') ?? '',
      uid: owner.text('uid'),
      controller: owner.flag('controller') ?? false,
    })),
  };
}

/** Reads `metadata`. */
export function readMeta(object: Fields): MetaFacts {
  const labels = object.object('metadata').textMap('labels');
  return { ...readOwned(object), labels };
}

/** Reads `metadata` of a Node or NodeClaim. */
export function readNodeMeta(object: Fields): NodeMetaFacts {
  const all = object.object('metadata').object('labels');
  const labels: NodeLabels = {};
  for (const key of keptNodeLabels) {
    const value = all.text(key);
    if (value !== undefined) labels[key] = value;
  }
  return { ...readOwned(object), labels };
}
