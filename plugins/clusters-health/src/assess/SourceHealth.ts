import type { SourceReport } from '@clusterworks/plugin-clusters-common';
import type { Snapshot, SourceName } from '../kinds';
import { allKinds, sourceNames } from '../kinds';
import { policyRuleOf } from '../kinds/access/policyRuleOf';
import type { ClusterIndex } from '../model/ClusterIndex';

type Facts = Snapshot['resources'][SourceName];

/** Lists of facts never change, so each list is checked only once. */
const knownDefects = new WeakMap<object, { defect: string | undefined }>();

/**
 * How reliable each source of one snapshot is. Rules, the verdict and the
 * report share one instance per assessment.
 */
export class SourceHealth {
  readonly #snapshot: Snapshot;

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
  }

  /**
   * Why a source is not reliable; undefined when it is.
   *
   * @param strict - whether an object that was only partly read is a problem
   */
  problem(source: SourceName, strict: boolean): string | undefined {
    const facts = this.#snapshot.resources[source];
    if (facts.state !== 'ok') {
      // Dozens of checks rest on one source: the reason is reported once, with
      // the source.
      return `${source}: ${facts.state}`;
    }
    const defect = strict ? defectOf(facts) : undefined;
    return defect ? `${source}: ${defect}` : undefined;
  }

  /** Whether at least one of the kinds that the verdict needs can be read. */
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

  /** One row per kind, then one row per workload that the verdict needs. */
  report(index: ClusterIndex): SourceReport[] {
    return [
      ...allKinds.map(kind => ({
        ...this.#reportKind(kind.resource),
        kind: kind.kind,
        ...(this.#facts(kind.resource).state === 'forbidden' && {
          missingRule: policyRuleOf(kind),
        }),
      })),
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
    if (facts.state !== 'ok') {
      return reportOf(source, facts);
    }
    const defect = defectOf(facts);
    return defect
      ? { name: source, state: 'notCollected', reason: defect }
      : { name: source, state: 'ok' };
  }

  #workload(name: string, source: SourceName, found: unknown): SourceReport {
    const facts = this.#facts(source);
    if (facts.state !== 'ok') {
      return reportOf(name, facts);
    }
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
