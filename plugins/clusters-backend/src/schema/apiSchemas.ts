import {
  changePreviewSchema,
  changeProgressSchema,
  clusterDetailSchema,
  clusterInGitSchema,
  clusterMergesSchema,
  clusterMuteSchema,
  creationPreviewSchema,
  documentsResponseSchema,
  drainPlanSchema,
  fleetAnswerSchema,
  fleetHistoryResponseSchema,
  freezeSchema,
  historyResponseSchema,
  ledgerResponseSchema,
  mutesResponseSchema,
  nodePodsSchema,
  observationsResponseSchema,
  redeliverResponseSchema,
  renderResponseSchema,
  wavePlanSchema,
  waveSchema,
  wavesResponseSchema,
  webhooksResponseSchema,
} from '@clusterworks/plugin-clusters-common';
import { z } from 'zod';

/** A JSON Schema as OpenAPI 3.1 accepts it. */
export type JsonSchema = Record<string, unknown>;

const responses = z.registry<{ id: string }>();
responses.add(fleetAnswerSchema, { id: 'FleetResponse' });
responses.add(fleetHistoryResponseSchema, { id: 'FleetHistoryResponse' });
responses.add(clusterDetailSchema, { id: 'ClusterDetail' });
responses.add(clusterMergesSchema, { id: 'ClusterMerges' });
responses.add(drainPlanSchema, { id: 'DrainPlan' });
responses.add(nodePodsSchema, { id: 'NodePods' });
responses.add(historyResponseSchema, { id: 'HistoryResponse' });
responses.add(ledgerResponseSchema, { id: 'LedgerResponse' });
responses.add(renderResponseSchema, { id: 'RenderResponse' });
responses.add(clusterInGitSchema, { id: 'ClusterInGit' });
responses.add(changePreviewSchema, { id: 'ChangePreview' });
responses.add(creationPreviewSchema, { id: 'CreationPreview' });
responses.add(freezeSchema, { id: 'Freeze' });
responses.add(changeProgressSchema, { id: 'ChangeProgress' });
responses.add(observationsResponseSchema, { id: 'ObservationsResponse' });
responses.add(documentsResponseSchema, { id: 'DocumentsResponse' });
responses.add(mutesResponseSchema, { id: 'MutesResponse' });
responses.add(clusterMuteSchema, { id: 'ClusterMute' });
responses.add(webhooksResponseSchema, { id: 'WebhooksResponse' });
responses.add(waveSchema, { id: 'Wave' });
responses.add(wavePlanSchema, { id: 'WavePlan' });
responses.add(wavesResponseSchema, { id: 'WavesResponse' });
responses.add(redeliverResponseSchema, { id: 'RedeliverResponse' });

/** The schemas of all answers, generated from the zod schemas of the types. */
export function apiSchemas(): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(responses, {
    uri: id => `#/components/schemas/${id}`,
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, plain(schema)]),
  );
}

/** The JSON Schema of a zod type, for inline use. */
export function inlineSchema(schema: z.ZodType): JsonSchema {
  return plain(z.toJSONSchema(schema, { io: 'input' }));
}

/**
 * OpenAPI defines dialect and id of a schema by its position in the document.
 */
function plain(schema: object): JsonSchema {
  const { $schema, $id, ...rest } = schema as JsonSchema;
  return rest;
}
