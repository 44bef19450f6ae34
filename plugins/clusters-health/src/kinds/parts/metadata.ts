import {
  count,
  flag,
  objects,
  pick,
  shared,
  text,
  textMap,
  time,
  type ValuesOf,
  withDefault,
} from '../fields';
import type { Facts } from '../Kind';

/**
 * Labels of Nodes and NodeClaims that rules and pages read. Each object has
 * dozens of labels, and a fleet has millions, so the others are not kept.
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

/** Annotations that rules read. Others may hold any value and are not kept. */
const keptAnnotations = [
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
] as const;

/** Name and times of an object, in milliseconds since 1970. */
export const nameFields = {
  name: withDefault(text('metadata.name'), ''),
  namespace: text('metadata.namespace'),
  createdAt: time('metadata.creationTimestamp'),
  deletedAt: time('metadata.deletionTimestamp'),
};

const owners = objects('metadata.ownerReferences', {
  kind: withDefault(text('kind'), ''),
  name: withDefault(text('name'), ''),
  uid: text('uid'),
  controller: withDefault(flag('controller'), false),
});

/** Metadata with uid and owners. */
export const ownedFields = {
  ...nameFields,
  uid: text('metadata.uid'),
  generation: count('metadata.generation'),
  annotations: shared(pick('metadata.annotations', keptAnnotations)),
  owners,
};

/** Metadata with all labels, for objects that selectors match. */
export const labelledFields = {
  ...ownedFields,
  // Many pods have the same owner; nodes and their CiliumNodes do not.
  owners: shared(owners),
  labels: shared(textMap('metadata.labels')),
};

/** Metadata of Nodes and NodeClaims. */
export const nodeMetadataFields = {
  ...ownedFields,
  labels: shared(pick('metadata.labels', keptNodeLabels)),
};

/** The metadata that is kept of every object. */
export type NameFacts = Facts<ValuesOf<typeof nameFields>>;

/** The metadata that is kept of objects with uid and owners. */
export type OwnedFacts = Facts<ValuesOf<typeof ownedFields>>;

/** The metadata that is kept of objects that selectors match. */
export type MetaFacts = Facts<ValuesOf<typeof labelledFields>>;

/** The metadata that is kept of Nodes and NodeClaims. */
export type NodeMetaFacts = Facts<ValuesOf<typeof nodeMetadataFields>>;

/** The labels that are kept of a Node or NodeClaim. */
export type NodeLabels = NodeMetaFacts['labels'];

/** A reference to the owner of an object. */
export type OwnerFacts = OwnedFacts['owners'][number];
