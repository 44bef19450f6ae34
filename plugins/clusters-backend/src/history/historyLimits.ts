/** Clusters that are read in one statement. */
export const MAX_IDENTITIES = 100;
/** More changes of one cluster than a page can show. */
export const MAX_CHANGES = 1_000;
