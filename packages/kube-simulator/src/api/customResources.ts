import { z } from 'zod';
import type { ApiResource } from './ApiResource';
import type { KubeObject } from '@clusterworks/kube-fixtures';

const definitionSpec = z.object({
  group: z.string(),
  scope: z.enum(['Cluster', 'Namespaced']),
  names: z.object({
    plural: z.string(),
    singular: z.string(),
    kind: z.string(),
    shortNames: z.array(z.string()).optional(),
    categories: z.array(z.string()).optional(),
  }),
  versions: z.array(z.object({ name: z.string(), served: z.boolean() })),
});

/** The kinds that a CustomResourceDefinition makes an API server serve. */
export function resourcesOfDefinition(definition: KubeObject): ApiResource[] {
  const spec = definitionSpec.parse(definition.spec);
  return spec.versions
    .filter(version => version.served)
    .map(version => ({
      group: spec.group,
      version: version.name,
      plural: spec.names.plural,
      singular: spec.names.singular,
      kind: spec.names.kind,
      namespaced: spec.scope === 'Namespaced',
      shortNames: spec.names.shortNames,
      categories: spec.names.categories,
      custom: true,
      selectableFields: [],
    }));
}

/**
 * The description of a custom kind that a test or a world wants to be served.
 */
export interface CustomKind {
  group: string;
  version: string;
  kind: string;
  plural: string;
  namespaced?: boolean;
  shortNames?: string[];
  categories?: string[];
}

/**
 * A CustomResourceDefinition as the API server keeps it once established. The
 * schema allows any fields: tests check the objects of the simulation, not the
 * simulated server.
 */
export function customResourceDefinition(
  custom: CustomKind,
  createdAt: string,
): KubeObject {
  const singular = custom.kind.toLocaleLowerCase('en-US');
  const names = {
    plural: custom.plural,
    singular,
    ...(custom.shortNames && { shortNames: custom.shortNames }),
    kind: custom.kind,
    listKind: `${custom.kind}List`,
    ...(custom.categories && { categories: custom.categories }),
  };
  const condition = (type: string, reason: string, message: string) => ({
    type,
    status: 'True',
    lastTransitionTime: createdAt,
    reason,
    message,
  });
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name: `${custom.plural}.${custom.group}`,
      generation: 1,
      creationTimestamp: createdAt,
    },
    spec: {
      group: custom.group,
      names,
      scope: custom.namespaced ? 'Namespaced' : 'Cluster',
      versions: [
        {
          name: custom.version,
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              'x-kubernetes-preserve-unknown-fields': true,
            },
          },
          subresources: { status: {} },
        },
      ],
      conversion: { strategy: 'None' },
    },
    status: {
      conditions: [
        condition('NamesAccepted', 'NoConflicts', 'no conflicts found'),
        condition(
          'Established',
          'InitialNamesAccepted',
          'the initial names have been accepted',
        ),
      ],
      acceptedNames: names,
      storedVersions: [custom.version],
    },
  };
}

/** The kinds of Karpenter and Cilium that are read from a cluster. */
export const clusterCustomKinds: readonly CustomKind[] = [
  {
    group: 'karpenter.sh',
    version: 'v1',
    kind: 'NodePool',
    plural: 'nodepools',
    categories: ['karpenter'],
  },
  {
    group: 'karpenter.sh',
    version: 'v1',
    kind: 'NodeClaim',
    plural: 'nodeclaims',
    categories: ['karpenter'],
  },
  {
    group: 'karpenter.k8s.aws',
    version: 'v1',
    kind: 'EC2NodeClass',
    plural: 'ec2nodeclasses',
    shortNames: ['ec2nc', 'ec2ncs'],
    categories: ['karpenter'],
  },
  {
    group: 'cilium.io',
    version: 'v2',
    kind: 'CiliumNode',
    plural: 'ciliumnodes',
    shortNames: ['cn', 'ciliumn'],
    categories: ['cilium'],
  },
  {
    group: 'cilium.io',
    version: 'v2',
    kind: 'CiliumEndpoint',
    plural: 'ciliumendpoints',
    namespaced: true,
    shortNames: ['cep', 'ciliumep'],
    categories: ['cilium'],
  },
  {
    group: 'cilium.io',
    version: 'v2',
    kind: 'CiliumIdentity',
    plural: 'ciliumidentities',
    shortNames: ['ciliumid'],
    categories: ['cilium'],
  },
  {
    group: 'cilium.io',
    version: 'v2',
    kind: 'CiliumNetworkPolicy',
    plural: 'ciliumnetworkpolicies',
    namespaced: true,
    shortNames: ['cnp', 'ciliumnp'],
    categories: ['cilium'],
  },
  {
    group: 'cilium.io',
    version: 'v2',
    kind: 'CiliumClusterwideNetworkPolicy',
    plural: 'ciliumclusterwidenetworkpolicies',
    shortNames: ['ccnp'],
    categories: ['cilium'],
  },
];
