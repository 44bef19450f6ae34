import { clusterFormSchema } from '@clusterworks/plugin-clusters-spec';
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

/**
 * What an installation decides about the form.
 */
export type ClusterFormOptions = {
  /** Set where the form has to ask for the user's token. */
  userToken?: UserToken;
  /** Whether the form offers the old versions of the reference design. */
  seedProfile?: boolean;
};

function cluster({ seedProfile }: ClusterFormOptions) {
  return {
    title: 'Cluster',
    required: ['name', 'owner', 'environment', 'region', 'vpcCidr'],
    properties: {
      name: judgedField('name', 'ClusterName', {
        title: 'Name',
        description: 'Unique in the fleet; it cannot be changed later.',
        'ui:autofocus': true,
      }),
      owner: judgedField('owner', 'ClusterOwner', {
        title: 'Owner',
        description: 'Group that answers for the cluster.',
      }),
      environment: {
        ...judgedField('environment', 'ClusterEnvironment', {
          title: 'Environment',
          description:
            'Folder of the platform repository, such as dev or prod.',
        }),
        default: 'dev',
      },
      region: judgedField('region', 'ClusterRegion', { title: 'AWS region' }),
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
        ...(seedProfile ? { 'ui:options': { seedProfile } } : {}),
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
      description: judgedField('description', 'ClusterDescription', {
        title: 'Description (optional)',
      }),
      system: judgedField('system', 'ClusterSystem', {
        title: 'System (optional)',
        description: 'System of the catalog that the cluster belongs to.',
      }),
      options: {
        title: 'Everything else',
        type: 'object',
        'ui:field': 'ClusterOptions',
      },
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
export function clusterFormParameters(options: ClusterFormOptions = {}) {
  return [cluster(options), nodePools(), review(options.userToken)];
}
