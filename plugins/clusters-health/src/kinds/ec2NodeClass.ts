import { defineKind } from './defineKind';
import {
  count,
  each,
  flag,
  ifPresent,
  mapped,
  numeral,
  objects,
  text,
  textMap,
  time,
  withDefault,
} from './fields';
import type { FactsOf } from './Kind';
import { conditions } from './parts/conditions';
import { labelledFields } from './parts/metadata';

const id = withDefault(text('id'), '');

const selectorTerms = { id: text('id'), tags: textMap('tags') };

/** EC2NodeClasses of Karpenter. */
export const ec2NodeClass = defineKind({
  group: 'karpenter.k8s.aws',
  version: 'v1',
  resource: 'ec2nodeclasses',
  kind: 'EC2NodeClass',
  namespaced: false,
  required: true,
  fields: {
    ...labelledFields,
    role: text('spec.role'),
    instanceProfile: text('spec.instanceProfile'),
    amiFamily: text('spec.amiFamily'),
    /** Aliases of `amiSelectorTerms`, for example `al2023@v20261101`. */
    amiAliases: mapped(each('spec.amiSelectorTerms', text('alias')), aliases =>
      aliases.flatMap(alias => alias ?? []),
    ),
    tags: textMap('spec.tags'),
    /**
     * Absent when the value is a CEL expression (since 1.15), which gives no
     * fixed number.
     */
    maxPods: numeral('spec.kubelet.maxPods'),
    podsPerCore: numeral('spec.kubelet.podsPerCore'),
    systemReserved: textMap('spec.kubelet.systemReserved'),
    kubeReserved: textMap('spec.kubelet.kubeReserved'),
    blockDevices: objects('spec.blockDeviceMappings', {
      deviceName: text('deviceName'),
      volumeType: text('ebs.volumeType'),
      volumeSize: text('ebs.volumeSize'),
      iops: count('ebs.iops'),
      throughput: count('ebs.throughput'),
      encrypted: flag('ebs.encrypted'),
      kmsKeyId: text('ebs.kmsKeyID'),
    }),
    /**
     * Every class has such terms; they are absent only in captures of releases
     * that did not keep the settings of nodes.
     */
    subnetTerms: ifPresent(
      'spec.subnetSelectorTerms',
      objects('spec.subnetSelectorTerms', selectorTerms),
    ),
    securityGroupTerms: objects(
      'spec.securityGroupSelectorTerms',
      selectorTerms,
    ),
    publicAddresses: flag('spec.associatePublicIPAddress'),
    httpTokens: text('spec.metadataOptions.httpTokens'),
    hopLimit: count('spec.metadataOptions.httpPutResponseHopLimit'),
    subnets: objects('status.subnets', { id, zone: text('zone') }),
    securityGroups: objects('status.securityGroups', {
      id,
      name: text('name'),
    }),
    amis: objects('status.amis', {
      id,
      name: text('name'),
      deprecated: withDefault(flag('deprecated'), false),
    }),
    capacityReservations: objects('status.capacityReservations', {
      id,
      state: text('state'),
      endsAt: time('endTime'),
      instanceType: text('instanceType'),
      zone: text('availabilityZone'),
    }),
    conditions,
  },
});

/** The facts that are kept of an EC2NodeClass. */
export type NodeClassFacts = FactsOf<typeof ec2NodeClass>;
