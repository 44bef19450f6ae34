import {
  changePreviewRequestSchema,
  creationPreviewRequestSchema,
  fleetRequestSchema,
  historyWindowSchema,
  MAX_DRAINED_NODES,
} from '@clusterworks/plugin-clusters-common';
import { inlineSchema, type JsonSchema } from './apiSchemas';
import { exampleSpec } from './openApiExamples';
import { openApiMutePaths } from './openApiMutePaths';
import { answer, errors, nameParameter } from './openApiParts';
import { openApiServicePaths } from './openApiServicePaths';
import { openApiWavePaths } from './openApiWavePaths';

/** Up to 100 names, separated by commas. */
const NAMES = '^[^,]{1,253}(,[^,]{1,253}){0,99}$';

/** Up to 20 names of nodes, separated by commas. */
const NODES = `^[^,]{1,253}(,[^,]{1,253}){0,${MAX_DRAINED_NODES - 1}}$`;

/** The nodes that a question is about. */
const nodesParameter = {
  ...query('nodes', 'Names of up to 20 nodes, separated by commas', {
    ...{ type: 'string', pattern: NODES, maxLength: 6_000 },
  }),
  example: 'ip-10-40-1-88.eu-west-1.compute.internal',
  required: true,
  allowReserved: true,
};

/** The page of a pull request on GitHub. */
const PULL = '^https?://.{1,480}/pull/[1-9][0-9]{0,8}$';

function query(name: string, description: string, schema: JsonSchema) {
  return { name, in: 'query', description, schema };
}

function fleetParameters() {
  const { shape } = fleetRequestSchema;
  return [
    {
      ...query(
        'filter',
        'Words that must all match: env:prod cilium:<1.18 verdict:critical',
        inlineSchema(shape.filter),
      ),
      example: 'env:prod region:eu-west-1 cilium:<1.18',
      // Filters contain colons; people type them into addresses unescaped.
      allowReserved: true,
    },
    query('sort', 'What to order by', inlineSchema(shape.sort)),
    query('order', 'Which way', inlineSchema(shape.order)),
    query('limit', 'Clusters per page', {
      type: 'string',
      pattern: '^[1-9][0-9]{0,3}$',
    }),
    query('cursor', 'Where the page begins', inlineSchema(shape.cursor)),
    query(
      'since',
      'The `version` of an earlier answer; only what changed is sent if it is still known',
      inlineSchema(shape.since),
    ),
  ];
}

const specBody = {
  required: true,
  content: {
    'application/json': {
      schema: {
        type: 'object',
        required: ['spec'],
        additionalProperties: false,
        properties: {
          spec: { description: 'cluster.yaml as an object' },
          overlapAcknowledgement: {
            type: 'string',
            maxLength: 500,
            description: 'Why the cluster may share addresses with another one',
          },
        },
      },
      example: { spec: exampleSpec },
    },
  },
};

const changeBody = {
  required: true,
  content: {
    'application/json': {
      schema: inlineSchema(changePreviewRequestSchema),
      example: { operation: 'edit', spec: exampleSpec },
    },
  },
};

const creationBody = {
  required: true,
  content: {
    'application/json': {
      schema: inlineSchema(creationPreviewRequestSchema),
      example: { spec: exampleSpec },
    },
  },
};

/** The paths of the API, with what they take and answer. */
export function openApiPaths() {
  return {
    '/v1/fleet': {
      get: {
        operationId: 'getFleet',
        summary: 'The clusters that the caller may see',
        parameters: fleetParameters(),
        responses: {
          '200': answer('FleetResponse', 'One page of the fleet'),
          ...errors,
        },
      },
    },
    '/v1/fleet/history': {
      get: {
        operationId: 'getFleetHistory',
        summary: 'The last 24 hours of clusters in cells of 15 minutes',
        parameters: [
          {
            ...query(
              'names',
              'Names of up to 100 clusters, separated by commas',
              { type: 'string', pattern: NAMES, maxLength: 30_000 },
            ),
            example: 'payments-prod,search-prod',
            required: true,
            allowReserved: true,
          },
        ],
        responses: {
          '200': answer('FleetHistoryResponse', 'The cells'),
          ...errors,
        },
      },
    },
    '/v1/ledger': {
      get: {
        operationId: 'getLedger',
        summary: 'The ranges of addresses of the clusters',
        parameters: [
          query('format', 'JSON when absent', {
            type: 'string',
            enum: ['json', 'csv'],
          }),
        ],
        responses: {
          '200': {
            ...answer('LedgerResponse', 'Ranges, overlaps and free blocks'),
            content: {
              ...answer('LedgerResponse', '').content,
              'text/csv': { schema: { type: 'string' } },
            },
          },
          ...errors,
        },
      },
    },
    '/v1/changes': {
      get: {
        operationId: 'getChangeProgress',
        summary: 'How far the change of a pull request is',
        parameters: [
          {
            ...query('pull', 'Address of the page of the pull request', {
              ...{ type: 'string', pattern: PULL, maxLength: 500 },
            }),
            example: 'https://github.com/acme/platform/pull/7',
            required: true,
            allowReserved: true,
          },
        ],
        responses: {
          '200': answer('ChangeProgress', 'The steps of the change'),
          ...errors,
        },
      },
    },
    '/v1/clusters/{name}': {
      get: {
        operationId: 'getCluster',
        summary: 'One cluster with its findings',
        parameters: [nameParameter],
        responses: {
          '200': answer('ClusterDetail', 'The cluster'),
          ...errors,
        },
      },
    },
    '/v1/clusters/{name}/drain-plan': {
      get: {
        operationId: 'getDrainPlan',
        summary:
          'What draining nodes at the same time would do; drains nothing',
        parameters: [nameParameter, nodesParameter],
        responses: {
          '200': answer('DrainPlan', 'Pods, what holds them, where they go'),
          ...errors,
        },
      },
    },
    '/v1/clusters/{name}/pods': {
      get: {
        operationId: 'getNodePods',
        summary: 'Pods on some nodes: their requests, and what they hold',
        parameters: [nameParameter, nodesParameter],
        responses: {
          '200': answer('NodePods', 'Pods by node, the largest first'),
          ...errors,
        },
      },
    },
    '/v1/clusters/{name}/history': {
      get: {
        operationId: 'getHistory',
        summary: 'Trends and verdict changes of one cluster',
        parameters: [
          nameParameter,
          query(
            'window',
            'How far back; 24h when absent',
            inlineSchema(historyWindowSchema),
          ),
        ],
        responses: {
          '200': answer('HistoryResponse', 'What is remembered'),
          ...errors,
        },
      },
    },
    '/v1/clusters/{name}/merges': {
      get: {
        operationId: 'getMerges',
        summary:
          'Pull requests of the portal about a cluster that were merged within the last 24 hours',
        parameters: [nameParameter],
        responses: {
          '200': answer('ClusterMerges', 'Merges, the newest first'),
          ...errors,
        },
      },
    },
    '/v1/clusters/{name}/freeze': {
      get: {
        operationId: 'getFreeze',
        summary: 'Until when disruption is frozen, and how that ends',
        parameters: [nameParameter],
        responses: { '200': answer('Freeze', 'The freeze'), ...errors },
      },
    },
    '/v1/clusters/{name}/spec': {
      get: {
        operationId: 'getClusterInGit',
        summary: 'What git holds of a cluster, for a form to begin with',
        parameters: [
          nameParameter,
          query('of', 'What to read; the base branch when absent', {
            type: 'string',
            enum: ['base', 'change'],
          }),
        ],
        responses: {
          '200': answer('ClusterInGit', 'cluster.yaml'),
          ...errors,
        },
      },
    },
    '/v1/clusters/{name}/preview': {
      post: {
        operationId: 'previewChange',
        summary: 'What a change of a cluster would do; writes nothing',
        parameters: [nameParameter],
        requestBody: changeBody,
        responses: {
          '200': answer('ChangePreview', 'Fields, files and warnings'),
          ...errors,
        },
      },
    },
    '/v1/clusters/{name}/creation': {
      get: {
        operationId: 'getCreationProgress',
        summary: 'How far the pull request is that created a cluster',
        parameters: [nameParameter],
        responses: {
          '200': answer('ChangeProgress', 'The steps of the creation'),
          ...errors,
        },
      },
    },
    '/v1/creation/preview': {
      post: {
        operationId: 'previewCreation',
        summary:
          'What creating a cluster would do to the platform repository; writes nothing',
        requestBody: creationBody,
        responses: {
          '200': answer('CreationPreview', 'Files and warnings'),
          ...errors,
        },
      },
    },
    '/v1/render': {
      post: {
        operationId: 'render',
        summary: 'The files that a spec gives; writes nothing',
        requestBody: specBody,
        responses: {
          '200': answer('RenderResponse', 'The files and warnings'),
          ...errors,
        },
      },
    },
    ...openApiMutePaths(),
    ...openApiServicePaths(),
    ...openApiWavePaths(),
  };
}
