import { InputError } from '@backstage/errors';
import {
  type ClusterDetail,
  clusterDetailSchema,
} from '@clusterworks/plugin-clusters-common';
import {
  assessInSteps,
  bundleFrom,
  type BundleText,
  type ClusterCapture,
  projectCapture,
  type Snapshot,
  viewInSteps,
} from '@clusterworks/plugin-clusters-health';
import { replayRow } from './replayRow';

/** As many objects as the backend reads of a cluster. */
const MAX_NODES = 5_000;
const MAX_OBJECTS = 50_000;
/** Judging goes on after a pause, so that the page answers meanwhile. */
const TURN_MS = 30;

/** A cluster as it was when a capture was made. */
export type Replay = {
  detail: ClusterDetail;
  snapshot: Snapshot;
  /** RFC 3339: the time that everything is judged at. */
  capturedAt: string;
};

/**
 * Judges captures or dumps of one cluster in this browser.
 *
 * @param nextTurn - resolves when other work was done
 * @throws InputError when the files are none, or hold too much
 */
export async function judgeCapture(
  texts: readonly BundleText[],
  nextTurn: () => Promise<void> = pause,
): Promise<Replay> {
  const { capture } = bundleFrom(texts);
  checkSize(capture);
  const { capturedAt } = capture;
  const snapshot = projectCapture(capture);
  const { assessment } = await finish(
    assessInSteps(snapshot, undefined, capturedAt),
    nextTurn,
  );
  const view = await finish(viewInSteps(snapshot, capturedAt), nextTurn);
  const row = replayRow(capture, assessment, view);
  // Whatever the files hold, pages get what their types promise.
  const detail = clusterDetailSchema.parse({ row, assessment, view });
  return { detail, snapshot, capturedAt };
}

function checkSize({ resources }: ClusterCapture): void {
  for (const { resource, items } of resources) {
    const most = resource === 'nodes' ? MAX_NODES : MAX_OBJECTS;
    if (items.length > most) {
      throw new InputError(
        `${items.length} ${resource} are too many: ${most} can be judged`,
      );
    }
  }
}

async function finish<T>(
  steps: Generator<void, T>,
  nextTurn: () => Promise<void>,
): Promise<T> {
  let began = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) {
      return step.value;
    }
    if (performance.now() - began > TURN_MS) {
      await nextTurn();
      began = performance.now();
    }
  }
}

function pause(): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, 0);
  });
}
