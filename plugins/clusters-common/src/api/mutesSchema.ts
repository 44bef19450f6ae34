import { z } from 'zod';
import { muteReasonSchema, muteSchema } from '../assessment';

/**
 * Most mutes of one cluster at the same time.
 *
 * @public
 */
export const MAX_MUTES = 200;

/**
 * Body of `PUT /v1/clusters/{name}/mutes/{finding}`.
 *
 * @public
 */
export const muteRequestSchema = z.object({
  reason: muteReasonSchema,
  /** RFC 3339; in the future, and no later than the configuration allows. */
  until: z.iso.datetime({ offset: true }).max(40),
});
/**
 * Why a finding is to be muted, and until when.
 *
 * @public
 */
export type MuteRequest = z.infer<typeof muteRequestSchema>;

/**
 * One mute of a cluster.
 *
 * @public
 */
export const clusterMuteSchema = muteSchema.extend({
  /** Id of the finding. */
  finding: z.string().max(200),
  /** Its sentence when it was muted. */
  title: z.string().max(300),
});
/**
 * One mute of a cluster.
 *
 * @public
 */
export type ClusterMute = z.infer<typeof clusterMuteSchema>;

/**
 * Answer of `GET /v1/clusters/{name}/mutes`: the mutes that have not ended, the
 * first to end first; also of findings that are gone.
 *
 * @public
 */
export const mutesResponseSchema = z.object({
  items: z.array(clusterMuteSchema).max(MAX_MUTES),
  /** The longest time for which a finding may be muted, in hours. */
  maxHours: z.number().positive(),
});
/**
 * The mutes of a cluster.
 *
 * @public
 */
export type MutesResponse = z.infer<typeof mutesResponseSchema>;
