import {
  clusterResources,
  SourceReport,
} from '@clusterworks/plugin-clusters-common';
import { Snapshot, SourceName } from '../kinds';
import { ClusterIndex } from './ClusterIndex';

/**
 * Why a source cannot be relied on, or undefined when it can.
 *
 * @param strict - whether objects that could not be read in full count, too
 */
export function sourceProblem(
  snapshot: Snapshot,
  source: SourceName,
  strict: boolean,
): string | undefined {
  const { state, reason } = snapshot.resources[source];
  if (state !== 'ok') {
    return reason ? `${source}: ${state} (${reason})` : `${source}: ${state}`;
  }
  const defect = strict ? defectOf(snapshot, source) : undefined;
  return defect ? `${source}: ${defect}` : undefined;
}

/** Every rule asks of its sources; each list is gone through once, ever. */
const knownDefects = new WeakMap<object, { defect: string | undefined }>();

function defectOf(snapshot: Snapshot, source: SourceName): string | undefined {
  const { items, unreadable = 0 } = snapshot.resources[source];
  if (unreadable > 0) {
    return `${unreadable} of ${
      items.length + unreadable
    } objects could not be read`;
  }
  let known = knownDefects.get(items);
  if (!known) {
    known = { defect: findDefect(items) };
    knownDefects.set(items, known);
  }
  return known.defect;
}

function findDefect(
  items: Snapshot['resources'][SourceName]['items'],
): string | undefined {
  for (const item of items) {
    if (item.problems) {
      return `${item.name}: ${item.problems[0]} is not what the API serves`;
    }
  }
  return undefined;
}

/** Whether at least one of the kinds that a verdict needs can be read. */
export function hasContact(snapshot: Snapshot): boolean {
  return clusterResources.some(
    ({ source, required }) =>
      required && snapshot.resources[source as SourceName].state === 'ok',
  );
}

/** Whether an object of any kind could not be read in full. */
export function hasDefects(snapshot: Snapshot): boolean {
  return clusterResources.some(
    ({ source }) => defectOf(snapshot, source as SourceName) !== undefined,
  );
}

/** One row per kind, then one per workload that a verdict needs. */
export function reportSources(
  snapshot: Snapshot,
  index: ClusterIndex,
): SourceReport[] {
  const kinds = clusterResources.map(({ source }): SourceReport => {
    const facts = snapshot.resources[source as SourceName];
    if (facts.state !== 'ok') {
      return withReason(source, facts.state, facts.reason);
    }
    const defect = defectOf(snapshot, source as SourceName);
    return defect
      ? { name: source, state: 'notCollected', reason: defect }
      : { name: source, state: 'ok' };
  });
  return [
    ...kinds,
    workload(snapshot, 'cilium-agent', 'daemonsets', index.ciliumAgent()),
    workload(
      snapshot,
      'cilium-operator',
      'deployments',
      index.ciliumOperator(),
    ),
    workload(snapshot, 'karpenter', 'deployments', index.karpenter()),
  ];
}

function withReason(
  name: string,
  state: SourceReport['state'],
  reason: string | undefined,
): SourceReport {
  return reason ? { name, state, reason } : { name, state };
}

function workload(
  snapshot: Snapshot,
  name: string,
  source: SourceName,
  found: unknown,
): SourceReport {
  const { state, reason } = snapshot.resources[source];
  if (state !== 'ok') return withReason(name, state, reason);
  return found
    ? { name, state: 'ok' }
    : { name, state: 'notInstalled', reason: `none among the ${source}` };
}

const requiredSources = new Set<string>([
  ...clusterResources
    .filter(({ required }) => required)
    .map(({ source }) => source),
  'cilium-agent',
  'cilium-operator',
  'karpenter',
]);

/** The first source that a verdict cannot do without and that is not `ok`. */
export function missingRequired(
  sources: readonly SourceReport[],
): SourceReport | undefined {
  return sources.find(
    ({ name, state }) => state !== 'ok' && requiredSources.has(name),
  );
}
