import { ownCases } from '../cases/ownCases';
import type { KnownCase } from './KnownCase';

/** Our own cases, built from their sources. */
export function ownArchive(): KnownCase[] {
  return ownCases.map(({ name, source, truth, build }) => ({
    name,
    notes: `Made by hand (src/cases). Source: ${source}`,
    truth: { ...truth, now: build().capture().capturedAt },
    // A copy without undefined fields, as JSON gives it back.
    bundle: JSON.parse(JSON.stringify(build().capture())),
  }));
}
