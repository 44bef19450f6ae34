import type { SourceReport } from '@clusterworks/plugin-clusters-common';
import { allKinds, Snapshot, SourceName, sourceNames } from '../kinds';
import { ClusterIndex } from '../model/ClusterIndex';

type Facts = Snapshot['resources'][SourceName];

/** Lists of facts are never changed: each is gone through once, ever. */
const knownDefects = new WeakMap<object, { defect: string | undefined }>();

/**
 * How far each source of one look can be relied on. Made once per look and
 * handed to all who ask: rules, verdict and report.
 */
export class SourceHealth {
  readonly #snapshot: Snapshot;

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
  }

  /**
   * Why a source cannot be relied on, or undefined when it can.
   *
   * @param strict - whether objects that could not be read in full count, too
   */
  problem(source: SourceName, strict: boolean): string | undefined {
    const facts = this.#snapshot.resources[source];
    if (facts.state !== 'ok') {
      return facts.reason
        ? `${source}: ${facts.state} (${facts.reason})`
        : `${source}: ${facts.state}`;
    }
    const defect = strict ? defectOf(facts) : undefined;
    return defect ? `${source}: ${defect}` : undefined;
  }

  /** Whether at least one of the kinds that a verdict needs can be read. */
  hasContact(): boolean {
    return allKinds.some(
      ({ resource, required }) =>
        required && this.#facts(resource).state === 'ok',
    );
  }

  /** Whether an object of any kind could not be read in full. */
  hasDefects(): boolean {
    return sourceNames.some(
      source => defectOf(this.#facts(source)) !== undefined,
    );
  }

  /** One row per kind, then one per workload that a verdict needs. */
  report(index: ClusterIndex): SourceReport[] {
    return [
      ...sourceNames.map(source => this.#reportKind(source)),
      this.#workload('cilium-agent', 'daemonsets', index.ciliumAgent()),
      this.#workload('cilium-operator', 'deployments', index.ciliumOperator()),
      this.#workload('karpenter', 'deployments', index.karpenter()),
    ];
  }

  #facts(source: SourceName): Facts {
    return this.#snapshot.resources[source];
  }

  #reportKind(source: SourceName): SourceReport {
    const facts = this.#facts(source);
    if (facts.state !== 'ok') return reportOf(source, facts);
    const defect = defectOf(facts);
    return defect
      ? { name: source, state: 'notCollected', reason: defect }
      : { name: source, state: 'ok' };
  }

  #workload(name: string, source: SourceName, found: unknown): SourceReport {
    const facts = this.#facts(source);
    if (facts.state !== 'ok') return reportOf(name, facts);
    return found
      ? { name, state: 'ok' }
      : { name, state: 'notInstalled', reason: `none among the ${source}` };
  }
}

function reportOf(name: string, { state, reason }: Facts): SourceReport {
  return reason ? { name, state, reason } : { name, state };
}

function defectOf({ items, unreadable = 0 }: Facts): string | undefined {
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

function findDefect(items: Facts['items']): string | undefined {
  for (const item of items) {
    if (item.problems) {
      return `${item.name}: ${item.problems[0]} is not what the API serves`;
    }
  }
  return undefined;
}
