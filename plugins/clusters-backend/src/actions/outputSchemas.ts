import type { Zod } from './Zod';

/** A number and its certainty: an unknown number has a reason and no value. */
export function measureOutput(z: Zod) {
  return z
    .object({
      certainty: z.enum(['exact', 'atLeast', 'atMost', 'estimate', 'unknown']),
      value: z.number().optional(),
      reason: z.string().optional(),
      code: z.string().optional(),
      params: z
        .record(z.string(), z.union([z.string(), z.number()]))
        .optional(),
    })
    .describe(
      'exact; atLeast: a lower bound; atMost: an upper bound; estimate; unknown: no value, and why (code and params say the same as reason)',
    );
}

/** The verdict of a cluster. */
export function verdictOutput(z: Zod) {
  return z
    .enum(['healthy', 'degraded', 'critical', 'unknown'])
    .describe('unknown is never healthy: the cluster could not be judged');
}

/** The phase of a cluster's life. */
export function phaseOutput(z: Zod) {
  return z
    .enum(['building', 'running', 'draining'])
    .describe(
      'building: not complete yet, within its time; draining: being taken down; absent while it is not known',
    );
}

/** How bad a finding is. */
export function severityOutput(z: Zod) {
  return z.enum(['info', 'warning', 'critical']);
}

/** The name of a cluster. */
export function clusterInput(z: Zod) {
  return z
    .string()
    .min(1)
    .max(255)
    .describe('Name of the cluster, as list-clusters gives it');
}
