import type { KubeObject } from '@clusterworks/kube-fixtures';

/** One write. */
export interface StoreEvent {
  resourceVersion: number;
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  object: KubeObject;
  /** The object before; watches with selectors need it. */
  previous?: KubeObject;
}

/** Told of every write, and of the end of the kind. */
export interface CollectionListener {
  onEvent(event: StoreEvent): void;
  onEnd(): void;
}

/** The key that lists are sorted by: namespace, then name. */
export function objectKey(namespace: string | undefined, name: string): string {
  return namespace ? `${namespace}/${name}` : name;
}

function keyOf(object: KubeObject): string {
  return objectKey(object.metadata.namespace, object.metadata.name);
}

/** The objects of one kind and their last changes. */
export class Collection {
  readonly #objects = new Map<string, KubeObject>();
  #sortedKeys: string[] | undefined;
  #history: StoreEvent[] = [];
  readonly #listeners = new Set<CollectionListener>();
  /** Changes up to this version are forgotten. */
  #forgotten: number;

  readonly #historyLimit: number;

  constructor(historyLimit: number, resourceVersion: number) {
    this.#historyLimit = historyLimit;
    this.#forgotten = resourceVersion;
  }

  get(namespace: string | undefined, name: string): KubeObject | undefined {
    return this.#objects.get(objectKey(namespace, name));
  }

  /** All objects, sorted by key. */
  list(): KubeObject[] {
    this.#sortedKeys ??= [...this.#objects.keys()].sort();
    return this.#sortedKeys.map(key => this.#objects.get(key) as KubeObject);
  }

  /** Adds an object without an event for watches. */
  seed(object: KubeObject): void {
    this.#objects.set(keyOf(object), object);
    this.#sortedKeys = undefined;
  }

  put(object: KubeObject, resourceVersion: number): void {
    const key = keyOf(object);
    const previous = this.#objects.get(key);
    this.#objects.set(key, object);
    if (!previous) {
      this.#sortedKeys = undefined;
    }
    this.#record({
      resourceVersion,
      type: previous ? 'MODIFIED' : 'ADDED',
      object,
      previous,
    });
  }

  remove(object: KubeObject, resourceVersion: number): void {
    const key = keyOf(object);
    const previous = this.#objects.get(key);
    this.#objects.delete(key);
    this.#sortedKeys = undefined;
    this.#record({ resourceVersion, type: 'DELETED', object, previous });
  }

  /** Oldest version that a watch may still start from. */
  get oldestVersion(): number {
    return this.#forgotten;
  }

  /** Changes after a version, or undefined when some of them are forgotten. */
  since(resourceVersion: number): StoreEvent[] | undefined {
    if (resourceVersion < this.#forgotten) {
      return undefined;
    }
    return this.#history.filter(
      event => event.resourceVersion > resourceVersion,
    );
  }

  compact(resourceVersion: number): void {
    this.#history = [];
    this.#forgotten = resourceVersion;
  }

  subscribe(listener: CollectionListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The kind has been removed, so every watch of it ends. */
  end(): void {
    [...this.#listeners].forEach(listener => listener.onEnd());
    this.#listeners.clear();
  }

  #record(event: StoreEvent): void {
    this.#history.push(event);
    if (this.#history.length > this.#historyLimit * 1.5) {
      const dropped = this.#history.splice(
        0,
        this.#history.length - this.#historyLimit,
      );
      this.#forgotten = dropped[dropped.length - 1].resourceVersion;
    }
    [...this.#listeners].forEach(listener => listener.onEvent(event));
  }
}
