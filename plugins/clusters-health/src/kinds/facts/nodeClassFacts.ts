import { WantedFields } from '@clusterworks/plugin-clusters-common';
import { Fields } from '../Fields';
import { plainFields, plainMap } from '../plainFields';
import { ConditionFacts, conditionFields, readConditions } from './conditions';
import { MetaFacts, metaFields, readMeta } from './meta';

/** What is kept of an EC2NodeClass. */
export interface NodeClassFacts extends MetaFacts {
  role?: string;
  instanceProfile?: string;
  amiFamily?: string;
  /** Aliases of `amiSelectorTerms`, for example `al2023@v20261101`. */
  amiAliases: string[];
  tags: Record<string, string>;
  maxPods?: number;
  subnets: { id: string; zone?: string }[];
  securityGroups: { id: string; name?: string }[];
  amis: { id: string; name?: string; deprecated: boolean }[];
  capacityReservations: {
    id: string;
    state?: string;
    endsAt?: number;
    instanceType?: string;
    zone?: string;
  }[];
  conditions: ConditionFacts[];
}

/** What `readNodeClass` reads. */
export const nodeClassFields: WantedFields = {
  ...metaFields,
  spec: {
    ...plainFields('role', 'instanceProfile', 'amiFamily'),
    amiSelectorTerms: plainFields('alias'),
    tags: plainMap,
    kubelet: plainFields('maxPods'),
  },
  status: {
    ...conditionFields,
    subnets: plainFields('id', 'zone'),
    securityGroups: plainFields('id', 'name'),
    amis: plainFields('id', 'name', 'deprecated'),
    capacityReservations: plainFields(
      'id',
      'state',
      'endTime',
      'instanceType',
      'availabilityZone',
    ),
  },
};

/** Reads an EC2NodeClass (karpenter.k8s.aws/v1). */
export function readNodeClass(object: Fields): NodeClassFacts {
  const spec = object.object('spec');
  const status = object.object('status');
  return {
    ...readMeta(object),
    role: spec.text('role'),
    instanceProfile: spec.text('instanceProfile'),
    amiFamily: spec.text('amiFamily'),
    amiAliases: spec
      .objects('amiSelectorTerms')
      .flatMap(term => term.text('alias') ?? []),
    tags: spec.textMap('tags'),
    // A CEL text (since 1.15) gives no fixed number.
    maxPods: spec.object('kubelet').numeral('maxPods'),
    subnets: status.objects('subnets').map(subnet => ({
      id: subnet.text('id') ?? '',
      zone: subnet.text('zone'),
    })),
    securityGroups: status.objects('securityGroups').map(group => ({
      id: group.text('id') ?? '',
      name: group.text('name'),
    })),
    amis: status.objects('amis').map(ami => ({
      id: ami.text('id') ?? '',
      name: ami.text('name'),
      deprecated: ami.flag('deprecated') ?? false,
    })),
    capacityReservations: status
      .objects('capacityReservations')
      .map(reservation => ({
        id: reservation.text('id') ?? '',
        state: reservation.text('state'),
        endsAt: reservation.time('endTime'),
        instanceType: reservation.text('instanceType'),
        zone: reservation.text('availabilityZone'),
      })),
    conditions: readConditions(status),
  };
}
