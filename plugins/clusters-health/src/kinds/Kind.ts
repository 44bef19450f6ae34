import type { WantedFields } from './fields';

/** Fields that the facts of every kind have. */
export interface NamedFacts {
  name: string;
  namespace?: string;
  /** Paths of malformed fields; absent when there are none. */
  problems?: string[];
}

/** The facts of one object, and the paths of its malformed fields. */
export type Facts<T> = { [K in keyof T]: T[K] } & { problems?: string[] };

/** Restricts which objects of a kind are read. */
export interface KindSelector {
  /** Only objects in this namespace. */
  namespace?: string;
  /** Only the object with this name. */
  name?: string;
  /** No objects in this namespace. */
  notNamespace?: string;
}

/** How objects of one kind are read from a cluster. */
export interface KindReading {
  /** API group; empty for the core group. */
  readonly group: string;
  /** The version of the API that is read. */
  readonly version: string;
  /** For example `Node`. */
  readonly kind: string;
  readonly namespaced: boolean;
  /** Whether the verdict `healthy` needs this kind to be readable. */
  readonly required?: boolean;
  readonly selector?: KindSelector;
  /** Lists the objects at this interval instead of watching them. */
  readonly pollMs?: number;
  /**
   * Which other objects a cluster has about as many of; absent for kinds with
   * few objects.
   */
  readonly asManyAs?: 'nodes' | 'pods';
  /** Maximum of objects per page, for kinds with large objects. */
  readonly pageSize?: number;
}

/**
 * One kind of Kubernetes object that is read: where its objects are found, and
 * which facts are kept.
 *
 * @public
 */
export interface Kind<
  R extends string = string,
  T extends NamedFacts = NamedFacts,
> extends KindReading {
  /**
   * Name of the resource, which is also the name of the source: `nodepools`.
   */
  readonly resource: R;
  /** Whether the verdict `healthy` needs this kind to be readable. */
  readonly required: boolean;
  /** Name with the group, as in captures: `nodepools.karpenter.sh`. */
  readonly groupResource: string;
  /** For example `karpenter.sh/v1`. */
  readonly apiVersion: string;
  /** Path of the list on an API server. */
  readonly path: string;
  /** Restricts lists and watches; undefined when all objects are read. */
  readonly fieldSelector: string | undefined;
  /** The fields that `project` reads: others need not be fetched. */
  readonly wanted: WantedFields;
  /** Whether the object is one of those that are read. */
  selects(object: unknown): boolean;
  /**
   * Extracts the facts that rules and pages need. Never throws; returns
   * undefined for an object without a name. A malformed field counts as absent,
   * and its path is listed in `problems`.
   */
  project(object: unknown): T | undefined;
  /**
   * A copy of an object for a capture, with only the fields that rules and
   * pages read. The fields are on an allow-list, nothing is redacted;
   * environment variables, arguments and arbitrary annotations are never
   * included. Undefined when `project` cannot read the object.
   */
  capture(object: unknown): Record<string, unknown> | undefined;
}

/** The facts that are kept of a kind. */
export type FactsOf<K> = K extends Kind<string, infer T> ? T : never;
