import process from 'node:process';

/** How a fuzz test runs. */
export interface FuzzSettings {
  /** For how long new values are tried. */
  seconds: number;
  /** The same seed repeats the same values; the title of each test shows it. */
  seed: number;
}

/**
 * Settings from the environment: `CLUSTERWORKS_FUZZ_SECONDS=180` makes the run
 * longer, `CLUSTERWORKS_FUZZ_SEED=7` tries other values. `npm run long -- fuzz`
 * uses a new seed each time; all other runs try the same values, so that they
 * fail only because of a change.
 *
 * @param usual - how long it runs in `npm test`
 */
export function fuzzSettings(usual: { seconds: number }): FuzzSettings {
  const { CLUSTERWORKS_FUZZ_SECONDS, CLUSTERWORKS_FUZZ_SEED } = process.env;
  return {
    seconds: Number(CLUSTERWORKS_FUZZ_SECONDS ?? usual.seconds),
    seed: Number(CLUSTERWORKS_FUZZ_SEED ?? 1),
  };
}
