import { openApiExamples } from './openApiExamples';

/** An answer whose body has a schema and an example. */
export function answer(
  name: keyof typeof openApiExamples,
  description: string,
) {
  return {
    description,
    content: {
      'application/json': {
        schema: { $ref: `#/components/schemas/${name}` },
        // The type of each example in each path is more than tsc can write.
        example: openApiExamples[name] as unknown,
      },
    },
  };
}

/** The answers that every operation may give. */
export const errors = {
  '304': { description: 'Not changed since the ETag that was sent' },
  default: {
    description: 'An error as Backstage writes it',
    content: {
      'application/json': {
        schema: { $ref: '#/components/schemas/Error' },
        example: {
          error: { name: 'NotFoundError', message: 'No cluster "payments"' },
        },
      },
    },
  },
};

/** The name of a cluster in a path. */
export const nameParameter = {
  name: 'name',
  in: 'path',
  required: true,
  description: 'Name of the cluster',
  example: 'payments-prod',
  schema: { type: 'string', minLength: 1, maxLength: 253 },
};
