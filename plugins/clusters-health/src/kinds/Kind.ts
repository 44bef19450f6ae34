import type { WantedFields } from './fields';

/** What the facts of every kind hold. */
export interface NamedFacts {
  name: string;
  namespace?: string;
  /** Paths of malformed fields; absent when there are none. */
  problems?: string[];
}

/** Facts of one object, and the paths of its malformed fields. */
export type Facts<T> = { [K in keyof T]: T[K] } & { problems?: string[] };

/** Of which objects a kind is read, where it is not of all. */
export interface KindSelector {
  /** Only objects in this namespace. */
  namespace?: string;
  /** Only the object with this name. */
  name?: string;
  /** No objects in this namespace. */
  notNamespace?: string;
}

/** How one kind of Kubernetes object is read from a cluster. */
export interface KindReading {
  /** API group; empty for the core group. */
  readonly group: string;
  /** The version of the API that is read. */
  readonly version: string;
  /** For example `Node`. */
  readonly kind: string;
  readonly namespaced: boolean;
  /** A verdict cannot be `healthy` while the kind cannot be read. */
  readonly required?: boolean;
  readonly selector?: KindSelector;
  /** Lists again every so often instead of watching. */
  readonly pollMs?: number;
  /** Most objects per page, where they are larger than others. */
  readonly pageSize?: number;
}

/**
 * One kind of Kubernetes object that is read: where it is found, and what is
 * kept of it.
 *
 * @public
 */
export interface Kind<
  R extends string = string,
  T extends NamedFacts = NamedFacts,
> extends KindReading {
  /** Name of the resource, which is its name as a source too: `nodepools`. */
  readonly resource: R;
  /** A verdict cannot be `healthy` while the kind cannot be read. */
  readonly required: boolean;
  /** Name with the group, as in captures: `nodepools.karpenter.sh`. */
  readonly groupResource: string;
  /** For example `karpenter.sh/v1`. */
  readonly apiVersion: string;
  /** Path of the list on an API server. */
  readonly path: string;
  /** For lists and watches; absent when all objects are read. */
  readonly fieldSelector: string | undefined;
  /** The fields that `project` looks at: others need not be fetched. */
  readonly wanted: WantedFields;
  /** Whether an object is one of those that are read. */
  selects(object: unknown): boolean;
  /**
   * Keeps the fields of an object that rules and pages need. Never throws;
   * gives undefined for an object without a name. Malformed fields are read as
   * absent and named in `problems`.
   */
  project(object: unknown): T | undefined;
  /**
   * A copy of an object with the fields that rules and pages read and no
   * others: what a capture holds. It is an allow-list, not a redaction;
   * environment variables, arguments and free annotations are never in it.
   * Undefined for what `project` cannot read.
   */
  capture(object: unknown): Record<string, unknown> | undefined;
}

/** The facts that are kept of a kind. */
export type FactsOf<K> = K extends Kind<string, infer T> ? T : never;
