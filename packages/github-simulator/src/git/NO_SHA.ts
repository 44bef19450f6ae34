/** The object name that stands for "no such ref" in git's compare-and-swap. */
export const NO_SHA = '0'.repeat(40);
