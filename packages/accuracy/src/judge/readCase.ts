import {
  bundleFrom,
  projectCapture,
  type Snapshot,
} from '@clusterworks/plugin-clusters-health';
import type { KnownCase } from '../archive/KnownCase';

/** The input of the doctor for a case. */
export interface ReadCase {
  snapshot: Snapshot;
  now: string;
}

/** Reads a case as `clusters doctor --bundle` does. */
export function readCase({ name, truth, bundle }: KnownCase): ReadCase {
  const { capture } = bundleFrom([{ name, text: JSON.stringify(bundle) }], {
    now: truth.now,
  });
  return { snapshot: projectCapture(capture), now: capture.capturedAt };
}
