import {
  type ChangeProgress,
  clusterOperations,
  type FleetRow,
  type ProgressStep,
} from '@clusterworks/plugin-clusters-common';
import type { PullProgress } from '@clusterworks/plugin-clusters-changes-node';

/** What is known of the cluster itself. */
export type ClusterProgress = {
  row: Pick<
    FleetRow,
    | 'entityRef'
    | 'provisioned'
    | 'verdict'
    | 'phase'
    | 'nodes'
    | 'headline'
    | 'differences'
  >;
  /** What a cluster that is being built waits for. */
  waitsFor?: string;
  /** When its status was published, as it says itself. */
  appliedAt?: string;
  /** When it became healthy for the first time after the merge. */
  healthyAt?: string;
};

type Step = Omit<ProgressStep, 'id'>;

const MAX_NAMED = 5;
/** The workflow publishes the status at its end. */
const PUBLISHED_WITHIN_MS = 10 * 60_000;

function named(names: readonly string[]): { detail?: string } {
  const more = names.length - MAX_NAMED;
  const text = names.slice(0, MAX_NAMED).join(', ');
  return names.length === 0
    ? {}
    : { detail: more > 0 ? `${text}, +${more}` : text };
}

function checksStep({ checks, state, url }: PullProgress): Step {
  const page = { url: `${url}/checks` };
  if (!checks) {
    return {
      state: state === 'merged' ? 'done' : 'unknown',
      detail: 'the token may not read checks',
    };
  }
  const failed = checks.filter(check => check.state === 'failed');
  const running = checks.filter(check => check.state === 'running');
  const at = checks
    .flatMap(check => check.at ?? [])
    .sort()
    .at(-1);
  const when = at ? { at } : {};
  if (failed.length > 0 && state !== 'merged') {
    return {
      state: 'failed',
      ...page,
      ...named(failed.map(each => each.name)),
    };
  }
  return running.length > 0 && state !== 'merged'
    ? { state: 'waiting', ...page, ...named(running.map(each => each.name)) }
    : { state: 'done', ...when, ...(checks.length > 0 ? page : {}) };
}

function mergedStep(pull: PullProgress): Step {
  const { state, url, endedAt } = pull;
  const when = endedAt ? { at: endedAt } : {};
  switch (state) {
    case 'merged':
      return { state: 'done', url, ...when };
    case 'closed':
      return { state: 'failed', url, ...when };
    default:
      return { state: 'waiting', url, ...named(pull.reviewers) };
  }
}

function applyingStep({ applyRun }: PullProgress, isDone: boolean): Step {
  if (applyRun) {
    const { url, at } = applyRun;
    const states = {
      running: 'waiting',
      passed: 'done',
      failed: 'failed',
    } as const;
    return { state: states[applyRun.state], url, at };
  }
  return isDone
    ? { state: 'done' }
    : { state: 'waiting', detail: 'no run of the workflow is seen' };
}

/** Steps of a new cluster after the merge, from what is read of it. */
function builtSteps(
  pull: PullProgress,
  cluster: ClusterProgress | undefined,
): [ProgressStep['id'], Step][] {
  const row = cluster?.row;
  const isThere = row?.provisioned === true;
  const nodes = row && 'value' in row.nodes ? row.nodes.value : 0;
  const missing = cluster?.waitsFor ? { detail: cluster.waitsFor } : {};
  return [
    ['applying', applyingStep(pull, isThere)],
    [
      'published',
      isThere
        ? { state: 'done', ...publishedWith(pull, cluster?.appliedAt) }
        : { state: 'waiting' },
    ],
    [
      'nodes',
      nodes > 0 && !cluster?.waitsFor
        ? { state: 'done' }
        : { state: 'waiting', ...missing },
    ],
    ['healthy', healthyStep(cluster)],
  ];
}

/**
 * A time before the merge is of an earlier change, and one long after the run
 * that applied the merge is of a later change: each publication takes the place
 * of the one before.
 */
function publishedWith(
  { endedAt, applyRun }: PullProgress,
  at: string | undefined,
): { at?: string } {
  const isOfThis =
    at &&
    endedAt &&
    applyRun?.state === 'passed' &&
    applyRun.at &&
    Date.parse(at) >= Date.parse(endedAt) &&
    Date.parse(at) <= Date.parse(applyRun.at) + PUBLISHED_WITHIN_MS;
  return isOfThis ? { at } : {};
}

/** A cluster that is being built has no problem yet: it is waited for. */
function healthyStep(cluster: ClusterProgress | undefined): Step {
  const row = cluster?.row;
  if (row?.verdict === 'healthy') {
    const { healthyAt } = cluster ?? {};
    return { state: 'done', ...(healthyAt ? { at: healthyAt } : {}) };
  }
  const isFault =
    row !== undefined &&
    row.phase !== 'building' &&
    (row.verdict === 'critical' || row.verdict === 'degraded');
  return {
    state: isFault ? 'failed' : 'waiting',
    ...(isFault ? { detail: row.headline.text } : {}),
  };
}

/** Steps of a change of a running cluster after the merge. */
function changedSteps(
  pull: PullProgress,
  cluster: ClusterProgress | undefined,
): [ProgressStep['id'], Step][] {
  const row = cluster?.row;
  return [
    ['applying', applyingStep(pull, row?.differences?.length === 0)],
    ['healthy', healthyStep(cluster)],
  ];
}

/** What comes before is not done, so what comes after is not waited for. */
function inOrder(
  steps: readonly [ProgressStep['id'], Step][],
  openedAt: string,
): ProgressStep[] {
  let since: string | undefined = openedAt;
  let isReached = true;
  let isOver = false;
  return steps.map(([id, step]) => {
    if (isOver) {
      return { id, state: 'skipped' };
    }
    // A pull request can be closed before its checks pass; what the cluster has
    // failed at before the merge is not of this change.
    const isClosed = id === 'merged' && step.state === 'failed';
    if (!isReached && !isClosed) {
      return { id, state: 'ahead' };
    }
    const begun = since;
    const { at = step.state === 'waiting' ? begun : undefined, ...rest } = step;
    // After a step of an unknown time it is not known how long one waits;
    // only a pull request without checks has none and waits from its start.
    const before = id === 'checks' ? since : undefined;
    since = step.state === 'done' ? step.at ?? before : undefined;
    isReached = step.state === 'done' || step.state === 'unknown';
    isOver = isClosed;
    return { id, ...rest, ...(at ? { at } : {}) };
  });
}

/**
 * How far a change is. Steps are listed in their order; the first one that is
 * not done is waited for.
 */
export function progressOf(
  pull: PullProgress,
  cluster: ClusterProgress | undefined,
): ChangeProgress {
  const { operation, number, url, title, state, openedAt } = pull;
  const isChange = clusterOperations.some(name => name === operation);
  const after = isChange ? changedSteps : builtSteps;
  const isRemoval = operation === 'decommission' && !cluster;
  return {
    cluster: pull.cluster,
    operation,
    ...(cluster ? { entityRef: cluster.row.entityRef } : {}),
    pullRequest: { number, url, title, state },
    steps: inOrder(
      [
        ['opened', { state: 'done', at: openedAt, url }],
        ['checks', checksStep(pull)],
        ['merged', mergedStep(pull)],
        ...(isRemoval ? [] : after(pull, cluster)),
      ],
      openedAt,
    ),
  };
}
