import { answer, errors, nameParameter } from './openApiParts';

/** The paths for other plugins and for operators. */
export function openApiServicePaths() {
  return {
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
    '/v1/documents': {
      get: {
        operationId: 'getDocuments',
        summary: 'What a search finds every cluster by, for the search backend',
        responses: {
          '200': answer('DocumentsResponse', 'A document for each cluster'),
          ...errors,
        },
      },
    },
    '/v1/webhooks': {
      get: {
        operationId: 'getWebhooks',
        summary: 'Messages that are not delivered to other systems',
        responses: {
          '200': answer('WebhooksResponse', 'Counts, and what was given up'),
          ...errors,
        },
      },
    },
    '/v1/webhooks/{name}/redeliver': {
      post: {
        operationId: 'redeliver',
        summary: 'Sends the messages again that were given up',
        parameters: [
          {
            ...nameParameter,
            description: 'Name of the webhook',
            example: 'siem',
          },
        ],
        responses: {
          '200': answer('RedeliverResponse', 'How many are sent again'),
          ...errors,
        },
      },
    },
  };
}
