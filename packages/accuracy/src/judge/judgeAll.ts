import type { Assessment } from '@clusterworks/plugin-clusters-common';
import { assess } from '@clusterworks/plugin-clusters-health';
import type { KnownCase } from '../archive/KnownCase';
import { judgeCase, type Judgement } from './judgeCase';
import { loseSources, type LostSources } from './loseSources';
import { readCase } from './readCase';

/** The outcome of one case. */
export interface Outcome {
  known: KnownCase;
  assessment: Assessment;
  judgement: Judgement;
  lost: LostSources;
}

/**
 * Judges cases, with all sources and with each source withheld. Reads no
 * clock, so every run gives the same result.
 */
export function judgeAll(cases: readonly KnownCase[]): Outcome[] {
  return cases.map(known => {
    const read = readCase(known);
    const { assessment } = assess(read.snapshot, undefined, read.now);
    return {
      known,
      assessment,
      judgement: judgeCase(known.truth, assessment),
      lost: loseSources(known.name, read, assessment),
    };
  });
}
