import { randomUUID } from 'node:crypto';
import type { ApiResource } from './ApiResource';
import { groupVersion, resourceName } from './ApiResource';
import { builtInResources } from './builtInResources';
import type { StoreEvent } from './Collection';
import { Collection } from './Collection';
import { resourcesOfDefinition } from './customResources';
import { type KubeObject, kubeTime } from '@clusterworks/kube-fixtures';

/** Settings of a store. */
export interface ObjectStoreOptions {
  /** The first write gets the version after this one. Default 0. */
  resourceVersion?: number;
  now?: () => Date;
  /** Changes kept per kind for watches that come back. Default 1,000. */
  historyLimit?: number;
}

/**
 * The objects of one cluster with one resourceVersion that counts every write,
 * as etcd does. Objects are never changed in place.
 */
export class ObjectStore {
  #version: number;
  readonly #now: () => Date;
  readonly #historyLimit: number;
  readonly #collections = new Map<string, Collection>();
  readonly #served = new Map<string, ApiResource>();
  readonly #byKind = new Map<string, ApiResource>();

  constructor(options: ObjectStoreOptions = {}) {
    this.#version = options.resourceVersion ?? 0;
    this.#now = options.now ?? (() => new Date());
    this.#historyLimit = options.historyLimit ?? 1000;
    builtInResources.forEach(resource => this.#serve(resource));
  }

  /** The version of the newest write. */
  get resourceVersion(): number {
    return this.#version;
  }

  /** Every kind that is served now, built-in and custom. */
  resources(): ApiResource[] {
    return [...this.#served.values()];
  }

  /** A served kind by its place in the API, or undefined. */
  resource(
    group: string,
    version: string,
    plural: string,
  ): ApiResource | undefined {
    return this.#served.get(`${group}/${version}/${plural}`);
  }

  /** A served kind by apiVersion and kind of an object, or undefined. */
  resourceOf(
    object: Pick<KubeObject, 'apiVersion' | 'kind'>,
  ): ApiResource | undefined {
    return this.#byKind.get(`${object.apiVersion}/${object.kind}`);
  }

  /** The objects and changes of one kind. */
  collection(resource: ApiResource): Collection {
    const name = resourceName(resource);
    let collection = this.#collections.get(name);
    if (!collection) {
      collection = new Collection(this.#historyLimit, this.#version);
      this.#collections.set(name, collection);
    }
    return collection;
  }

  /**
   * Creates or replaces an object; sets uid, creationTimestamp and
   * resourceVersion. A CustomResourceDefinition begins to serve its kind.
   *
   * @throws Error for a kind that is not served
   */
  apply(object: KubeObject): KubeObject {
    const resource = this.resourceOf(object);
    if (!resource) {
      throw new Error(
        `no kind ${object.apiVersion} ${object.kind} is served here`,
      );
    }
    const collection = this.collection(resource);
    const previous = collection.get(
      object.metadata.namespace,
      object.metadata.name,
    );
    this.#version += 1;
    const stored: KubeObject = {
      ...object,
      metadata: {
        ...object.metadata,
        uid: object.metadata.uid ?? previous?.metadata.uid ?? randomUUID(),
        creationTimestamp:
          object.metadata.creationTimestamp ??
          previous?.metadata.creationTimestamp ??
          kubeTime(this.#now()),
        resourceVersion: String(this.#version),
      },
    };
    collection.put(stored, this.#version);
    if (resource.kind === 'CustomResourceDefinition') {
      resourcesOfDefinition(stored).forEach(custom => this.#serve(custom));
    }
    return stored;
  }

  /**
   * Fills an empty store with objects that are shared between many stores:
   * all get the present resourceVersion and none is copied.
   */
  seed(objects: readonly KubeObject[]): void {
    for (const object of objects) {
      const resource = this.resourceOf(object);
      if (!resource) {
        throw new Error(
          `no kind ${object.apiVersion} ${object.kind} is served`,
        );
      }
      this.collection(resource).seed(object);
      if (resource.kind === 'CustomResourceDefinition') {
        resourcesOfDefinition(object).forEach(custom => this.#serve(custom));
      }
    }
  }

  /** Deletes an object; false when there is none. */
  delete(object: {
    apiVersion: string;
    kind: string;
    metadata: { name: string; namespace?: string };
  }): boolean {
    const resource = this.resourceOf(object);
    if (!resource) {
      return false;
    }
    const { namespace, name } = object.metadata;
    const collection = this.collection(resource);
    const stored = collection.get(namespace, name);
    if (!stored) {
      return false;
    }
    this.#version += 1;
    collection.remove(
      {
        ...stored,
        metadata: {
          ...stored.metadata,
          resourceVersion: String(this.#version),
        },
      },
      this.#version,
    );
    if (resource.kind === 'CustomResourceDefinition') {
      this.#stopServing(stored);
    }
    return true;
  }

  /** One object, or undefined. */
  get(
    apiVersion: string,
    kind: string,
    name: string,
    namespace?: string,
  ): KubeObject | undefined {
    const resource = this.resourceOf({ apiVersion, kind });
    return resource && this.collection(resource).get(namespace, name);
  }

  /** All objects of a kind, in the order of a list. */
  list(apiVersion: string, kind: string): KubeObject[] {
    const resource = this.resourceOf({ apiVersion, kind });
    return resource ? this.collection(resource).list() : [];
  }

  /** Forgets all changes so far: an older resourceVersion answers 410 then. */
  compact(): void {
    this.#version += 1;
    for (const resource of this.#served.values()) {
      this.collection(resource).compact(this.#version);
    }
  }

  #serve(resource: ApiResource): void {
    this.#served.set(
      `${resource.group}/${resource.version}/${resource.plural}`,
      resource,
    );
    this.#byKind.set(`${groupVersion(resource)}/${resource.kind}`, resource);
  }

  #stopServing(definition: KubeObject): void {
    for (const resource of resourcesOfDefinition(definition)) {
      this.#served.delete(
        `${resource.group}/${resource.version}/${resource.plural}`,
      );
      this.#byKind.delete(`${groupVersion(resource)}/${resource.kind}`);
      const collection = this.collection(resource);
      this.#collections.delete(resourceName(resource));
      collection.end();
    }
  }
}

export type { StoreEvent };
