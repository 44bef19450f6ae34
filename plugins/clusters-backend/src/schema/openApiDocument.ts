import { apiSchemas, type JsonSchema } from './apiSchemas';
import { openApiPaths } from './openApiPaths';

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
    paths: openApiPaths(),
  };
}
