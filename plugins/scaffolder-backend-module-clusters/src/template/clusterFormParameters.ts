import {
  awsRegions,
  clusterFormSchema,
} from '@clusterworks/plugin-clusters-spec';
import { z } from 'zod';
import { tokenOptions, type UserToken } from './UserToken';

type Mapping = Record<string, unknown>;

/** Makes the JSON schema of one form field from the spec's own zod schema. */
function field(name: keyof typeof clusterFormSchema.shape, extra: Mapping) {
  const { $schema, examples, ...schema } = z.toJSONSchema(
    clusterFormSchema.shape[name],
    { target: 'draft-7', io: 'input' },
  ) as Mapping;
  return { ...extra, ...schema };
}

// These fields check their value with the spec itself and say so in its words;
// a pattern beside it would report the same problem twice, and less clearly.
function judgedField(
  name: keyof typeof clusterFormSchema.shape,
  uiField: string,
  extra: Mapping,
) {
  const { type } = field(name, {}) as { type: string };
  return { ...extra, type, 'ui:field': uiField };
}

function cluster() {
  return {
    title: 'Cluster',
    required: ['name', 'owner', 'environment', 'region', 'vpcCidr'],
    properties: {
      name: judgedField('name', 'ClusterName', {
        title: 'Name',
        description: 'Unique in the fleet; it cannot be changed later.',
        'ui:autofocus': true,
      }),
      owner: {
        ...field('owner', {
          title: 'Owner',
          description: 'Group that answers for the cluster.',
        }),
        'ui:field': 'OwnerPicker',
        'ui:options': { catalogFilter: { kind: 'Group' } },
      },
      environment: {
        ...field('environment', {
          title: 'Environment',
          description:
            'Folder of the platform repository, such as dev or prod.',
        }),
        default: 'dev',
        examples: ['dev', 'staging', 'prod'],
      },
      region: {
        ...field('region', { title: 'AWS region' }),
        enum: awsRegions.map(({ name }) => name),
      },
      vpcCidr: judgedField('vpcCidr', 'ClusterCidr', {
        title: 'VPC CIDR',
        description: 'Private addresses of nodes and pods, /16 to /22.',
      }),
      overlapAcknowledgement: judgedField(
        'overlapAcknowledgement',
        'ClusterOverlap',
        { title: 'Why two clusters may share addresses' },
      ),
      profile: {
        ...field('profile', {
          title: 'Versions',
          description: 'A set of versions that are known to work together.',
        }),
        'ui:field': 'ClusterVersions',
      },
    },
  };
}

function nodePools() {
  return {
    title: 'Node pools',
    properties: {
      nodePools: {
        ...judgedField('nodePools', 'ClusterNodePools', {
          title: 'Node pools',
          description: 'What Karpenter may launch, and how much of it.',
        }),
        items: { type: 'object' },
      },
      description: field('description', { title: 'Description (optional)' }),
      system: {
        ...field('system', {
          title: 'System (optional)',
          description: 'System of the catalog that the cluster belongs to.',
        }),
        'ui:field': 'EntityPicker',
        'ui:options': {
          catalogFilter: { kind: 'System' },
          defaultKind: 'System',
        },
      },
      portalRoleArn: field('portalRoleArn', {
        title: 'IAM role of this portal (optional)',
        description: 'Admitted to the cluster with read access, nothing more.',
      }),
    },
  };
}

function review(userToken: UserToken | undefined) {
  return {
    title: 'Preview',
    properties: {
      preview: {
        title: 'What the pull request will hold',
        type: 'string',
        'ui:field': 'ClusterPreview',
        ...tokenOptions(userToken),
      },
    },
  };
}

/**
 * The form of Create Cluster: patterns and choices are generated from the zod
 * schema of the spec, so that form and spec cannot drift apart.
 */
export function clusterFormParameters(userToken?: UserToken) {
  return [cluster(), nodePools(), review(userToken)];
}
