import {
  fleetQuerySchema,
  historyWindowSchema,
} from '@clusterworks/plugin-clusters-common';
import { apiSchemas, inlineSchema, type JsonSchema } from './apiSchemas';

function answer(name: string, description: string) {
  return {
    description,
    content: {
      'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
    },
  };
}

const errors = {
  '304': { description: 'Not changed since the ETag that was sent' },
  default: {
    description: 'An error as Backstage writes it',
    content: {
      'application/json': { schema: { $ref: '#/components/schemas/Error' } },
    },
  },
};

const errorSchema: JsonSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['name', 'message'],
      properties: { name: { type: 'string' }, message: { type: 'string' } },
    },
  },
};

const nameParameter = {
  name: 'name',
  in: 'path',
  required: true,
  description: 'Name of the cluster',
  schema: { type: 'string', minLength: 1, maxLength: 253 },
};

function query(name: string, description: string, schema: JsonSchema) {
  return { name, in: 'query', description, schema };
}

function fleetParameters() {
  const { shape } = fleetQuerySchema;
  return [
    {
      ...query(
        'filter',
        'Words that must all match: env:prod cilium:<1.18 verdict:critical',
        inlineSchema(shape.filter),
      ),
      // The language has colons; people type them into addresses as they are.
      allowReserved: true,
    },
    query('sort', 'What to order by', inlineSchema(shape.sort)),
    query('order', 'Which way', inlineSchema(shape.order)),
    query('limit', 'Clusters per page', {
      type: 'string',
      pattern: '^[1-9][0-9]{0,3}$',
    }),
    query('cursor', 'Where the page begins', inlineSchema(shape.cursor)),
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
        },
      },
    },
  },
};

/**
 * The API of the plugin as OpenAPI 3.1. `openapi.yaml` is this document,
 * written out; a test keeps them equal.
 */
export function openApiDocument() {
  return {
    openapi: '3.1.0',
    info: {
      title: 'clusters',
      version: '1',
      description: 'The fleet, its clusters, their history, and previews',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    components: {
      schemas: { Error: errorSchema, ...apiSchemas() },
      securitySchemes: {
        JWT: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      },
    },
    security: [{ JWT: [] }],
    paths: {
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
      '/v1/observations': {
        get: {
          operationId: 'getObservations',
          summary: 'What was seen of every cluster, for other backend plugins',
          responses: {
            '200': answer('ObservationsResponse', 'What was seen'),
            ...errors,
          },
        },
      },
    },
  };
}
