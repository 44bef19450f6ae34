import {
  clusterDetailSchema,
  fleetResponseSchema,
  historyResponseSchema,
  observationsResponseSchema,
  renderResponseSchema,
} from '@clusterworks/plugin-clusters-common';
import { z } from 'zod';

/** A JSON Schema as OpenAPI 3.1 takes it. */
export type JsonSchema = Record<string, unknown>;

const responses = z.registry<{ id: string }>();
responses.add(fleetResponseSchema, { id: 'FleetResponse' });
responses.add(clusterDetailSchema, { id: 'ClusterDetail' });
responses.add(historyResponseSchema, { id: 'HistoryResponse' });
responses.add(renderResponseSchema, { id: 'RenderResponse' });
responses.add(observationsResponseSchema, { id: 'ObservationsResponse' });

/** The schemas of all answers, from the same zod source as the types. */
export function apiSchemas(): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(responses, {
    uri: id => `#/components/schemas/${id}`,
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, plain(schema)]),
  );
}

/** The schema of a zod type, to be written in place. */
export function inlineSchema(schema: z.ZodType): JsonSchema {
  return plain(z.toJSONSchema(schema, { io: 'input' }));
}

/** OpenAPI says the dialect and the id of a schema by its place. */
function plain(schema: object): JsonSchema {
  const { $schema, $id, ...rest } = schema as JsonSchema;
  return rest;
}
