// Only the tests of this package run on Node alone; its code runs in browsers
// too.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import { fuzzFor, fuzzSettings, spoil } from '@clusterworks/fuzz';
import { sickCluster } from '@clusterworks/kube-fixtures';
import { clusterViewSchema } from '@clusterworks/plugin-clusters-common';
import fc from 'fast-check';
import { oddValue } from '../__testUtils__/hostile';
import { sourceNames } from '../kinds';
import type { Memory } from '../rule/memory';
import { NOW, snapshotOf } from '../testing/world';
import { viewCluster } from '../view/viewCluster';
import { assess } from './assess';

const { seconds, seed } = fuzzSettings({ seconds: 2 });

/**
 * Assessing forty objects takes some milliseconds; the limit allows for a busy
 * machine.
 */
const LONGEST_MS = 5_000;
/**
 * Assessing one cluster takes some megabytes; the rest of the limit is garbage
 * of earlier clusters.
 */
const MOST_MEBIBYTES = 600;

const sick = sickCluster(8, 24);

interface Change {
  source: string;
  path: number[];
  by: unknown;
}

/**
 * Replaces some fields of some objects with values that no API server would
 * send.
 */
const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({
    source: fc.constantFrom(...sourceNames),
    path: fc.array(fc.nat(20), { minLength: 1, maxLength: 9 }),
    by: fc.oneof(
      oddValue,
      fc.constantFrom('x'.repeat(100_000), Array(10_000).fill({}), 1e21, '-0'),
    ),
  }),
  { minLength: 1, maxLength: 8 },
);

describe(`hostile objects, seed ${seed}`, () => {
  it(
    'are judged and shown, whatever they hold, and in a short time',
    async () => {
      let memory: Memory | undefined;
      const check = (all: Change[]) => {
        const objects: Record<string, unknown[]> = { ...sick };
        for (const { source, path, by } of all) {
          const list = spoil(objects[source] ?? [], path, by);
          objects[source] = Array.isArray(list) ? list : [list];
        }
        const snapshot = snapshotOf(objects);
        const judged = assess(snapshot, memory, NOW);
        const view = viewCluster(snapshot, NOW);
        const failed = judged.assessment.checks.filter(({ reason }) =>
          reason?.startsWith('the rule failed'),
        );
        expect(failed).toEqual([]);
        const shown = JSON.parse(JSON.stringify(view));
        expect(clusterViewSchema.safeParse(shown).error).toBeUndefined();
        // The next assessment receives the memory that this one stored.
        memory = JSON.parse(JSON.stringify(judged.memory));
      };
      const cost = await fuzzFor(changes, check, { seconds, seed });
      expect(cost.longestTurnMs).toBeLessThan(LONGEST_MS);
      expect(cost.peakMebibytes).toBeLessThan(MOST_MEBIBYTES);
    },
    (seconds + 60) * 1_000,
  );
});
