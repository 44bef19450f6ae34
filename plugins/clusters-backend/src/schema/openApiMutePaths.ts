import { muteRequestSchema } from '@clusterworks/plugin-clusters-common';
import { inlineSchema } from './apiSchemas';
import { muteExample } from './openApiServiceExamples';
import { answer, errors, nameParameter } from './openApiParts';

const findingParameter = {
  name: 'finding',
  in: 'path',
  required: true,
  description: 'Id of the finding',
  example: muteExample.finding,
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

const muteBody = {
  required: true,
  content: {
    'application/json': {
      schema: inlineSchema(muteRequestSchema),
      example: { reason: muteExample.reason, until: muteExample.until },
    },
  },
};

/** The paths about findings of which nobody is told for some time. */
export function openApiMutePaths() {
  return {
    '/v1/clusters/{name}/mutes': {
      get: {
        operationId: 'getMutes',
        summary: 'The findings of a cluster that are muted, and why',
        parameters: [nameParameter],
        responses: {
          '200': answer('MutesResponse', 'The first to end first'),
          ...errors,
        },
      },
    },
    '/v1/clusters/{name}/mutes/{finding}': {
      put: {
        operationId: 'muteFinding',
        summary: 'Mutes a finding until a time; it counts as before',
        parameters: [nameParameter, findingParameter],
        requestBody: muteBody,
        responses: { '200': answer('ClusterMute', 'The mute'), ...errors },
      },
      delete: {
        operationId: 'unmuteFinding',
        summary: 'Ends the mute of a finding',
        parameters: [nameParameter, findingParameter],
        responses: { '204': { description: 'It is ended' }, ...errors },
      },
    },
  };
}
