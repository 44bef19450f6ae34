/**
 * The day of the first look at all advisories, as `2026-01-31`. Until that
 * day, advisories are listed but fail no build, because nobody could have
 * judged them.
 */
export const firstLook = process.env.CLUSTERWORKS_ADVISORIES_SINCE;

/**
 * Advisories that were looked at and do not concern us, by their id: why, and
 * the day of the look. docs/develop/advisories.md says what may stand here.
 *
 * @type {Record<string, {reason: string, on: string}>}
 */
export const accepted = {};
