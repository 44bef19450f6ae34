import { z } from 'zod';
import { list } from './leafSchemas';

/**
 * Logs that an EKS control plane can write.
 *
 * @public
 */
export const controlPlaneLogs = [
  'api',
  'audit',
  'authenticator',
  'controllerManager',
  'scheduler',
] as const;

/** Days that CloudWatch can keep logs for. */
const retentionDays = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827,
  2192, 2557, 2922, 3288, 3653,
] as const;

/**
 * The control plane logs that CloudWatch keeps, at a cost.
 *
 * @public
 */
export const loggingSchema = z.strictObject({
  controlPlane: list(z.enum(controlPlaneLogs), 5).optional(),
  flowLogs: z.boolean().optional(),
  retentionDays: z.literal(retentionDays).optional(),
});
