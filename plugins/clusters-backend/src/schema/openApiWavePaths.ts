import {
  waveCommands,
  waveCommandSchema,
  waveRequestSchema,
} from '@clusterworks/plugin-clusters-common';
import { inlineSchema } from './apiSchemas';
import { exampleWaveRequest } from './openApiWaveExamples';
import { answer, errors, nameParameter } from './openApiParts';

const idParameter = {
  ...nameParameter,
  name: 'id',
  description: 'Id of the wave',
  example: '6f1b2c9e-5c0f-4c76-9a3e-0d6f3f0c1a52',
  schema: { type: 'string', minLength: 1, maxLength: 40 },
};

const requestBody = {
  required: true,
  content: {
    'application/json': {
      schema: inlineSchema(waveRequestSchema),
      example: exampleWaveRequest,
    },
  },
};

const summaries = {
  pause: 'Lets no further cluster of a wave begin',
  resume: 'Lets a wave go on that is paused or halted',
  stop: 'Ends a wave for good; open pull requests stay open',
};

const commandPaths = Object.fromEntries(
  waveCommands.map(command => [
    `/v1/waves/{id}/${command}`,
    {
      post: {
        operationId: `${command}Wave`,
        summary: summaries[command],
        parameters: [idParameter],
        requestBody: {
          content: {
            'application/json': {
              schema: inlineSchema(waveCommandSchema),
              example: command === 'resume' ? { skip: ['search-dev'] } : {},
            },
          },
        },
        responses: { '200': answer('Wave', 'The wave'), ...errors },
      },
    },
  ]),
);

/** The paths about changes of many clusters. */
export function openApiWavePaths() {
  return {
    '/v1/waves': {
      get: {
        operationId: 'getWaves',
        summary: 'The waves, with the clusters that the caller may see',
        responses: {
          '200': answer('WavesResponse', 'Those that run first'),
          ...errors,
        },
      },
      post: {
        operationId: 'startWave',
        summary: 'Starts to change clusters, one group after the other',
        requestBody,
        responses: { '201': answer('Wave', 'The wave'), ...errors },
      },
    },
    '/v1/waves/plan': {
      post: {
        operationId: 'planWave',
        summary: 'Which clusters a wave would change when; starts nothing',
        requestBody,
        responses: {
          '200': answer('WavePlan', 'Stages, and what is left out'),
          ...errors,
        },
      },
    },
    '/v1/waves/{id}': {
      get: {
        operationId: 'getWave',
        summary: 'One wave, with the clusters that the caller may see',
        parameters: [idParameter],
        responses: { '200': answer('Wave', 'The wave'), ...errors },
      },
    },
    ...commandPaths,
  };
}
