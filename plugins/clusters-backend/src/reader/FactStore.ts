import { isDeepStrictEqual } from 'node:util';
import { FactMap, type ObjectKey, UNREADABLE } from './FactMap';
import type { Budget } from './MemoryBudget';
import { ReaderError } from './ReaderError';

/** Maximum length of an object's name: that of a DNS subdomain. */
const MAX_NAME = 253;
/** Maximum length of a namespace: that of a DNS label. */
const MAX_NAMESPACE = 63;

/** What is kept of one kind of object, and its limits. */
export interface FactStoreOptions {
  /** The kind, for messages. */
  what: string;
  maxObjects: number;
  /** The budget that memory is taken from. */
  budget: Budget;
  /** Extracts the facts of an object; `undefined` when it cannot be read. */
  project(object: unknown): unknown;
}

/** A list that is being read and will replace the known objects. */
export interface NewList {
  /**
   * Adds the next object.
   *
   * @throws ReaderError `tooLarge` when the limit on objects is exceeded
   */
  add(object: unknown): void;
  /** Replaces the known objects; returns whether any fact changed. */
  finish(): boolean;
  /** Returns the memory to the budget, unless the list was finished. */
  abandon(): void;
}

/**
 * Keeps the facts of the objects of one kind, and detects whether they change.
 */
export class FactStore {
  readonly #options: FactStoreOptions;
  #facts: FactMap;
  #items: readonly unknown[] | undefined;
  /** Objects of the last list that have no valid name. */
  #nameless = 0;

  constructor(options: FactStoreOptions) {
    this.#options = options;
    this.#facts = new FactMap(options.budget);
  }

  /** The facts; the same array until they change. */
  get items(): readonly unknown[] {
    this.#items ??= this.#facts.values();
    return this.#items;
  }

  /** How many objects exist but could not be read. */
  get unreadable(): number {
    return this.#nameless + this.#facts.unreadable;
  }

  /**
   * Starts to read all objects again; the known ones stay until it is finished.
   */
  startList(): NewList {
    const { budget, maxObjects } = this.#options;
    const next = new FactMap(budget);
    let changed = false;
    let listed = 0;
    let nameless = 0;
    let finished = false;
    return {
      add: object => {
        listed += 1;
        if (listed > maxObjects) {
          throw this.#tooMany();
        }
        const key = keyOf(object);
        if (key) {
          changed = this.#take(next, key, object) || changed;
        } else {
          nameless += 1;
        }
      },
      finish: () => {
        changed =
          changed ||
          next.size !== this.#facts.size ||
          nameless !== this.#nameless;
        this.#facts.release();
        this.#facts = next;
        this.#nameless = nameless;
        finished = true;
        return this.#changed(changed);
      },
      abandon() {
        if (!finished) {
          next.release();
        }
      },
    };
  }

  /**
   * Stores the new state of an object; returns whether any fact changed.
   *
   * @throws ReaderError `tooLarge` when the limit on objects is exceeded
   */
  put(object: unknown): boolean {
    const key = keyOf(object);
    if (!key) {
      this.#nameless += 1;
      return true;
    }
    const { maxObjects } = this.#options;
    if (this.#facts.size >= maxObjects && this.#facts.get(key) === undefined) {
      throw this.#tooMany();
    }
    return this.#changed(this.#take(this.#facts, key, object));
  }

  /** Removes an object; returns whether it was known. */
  delete(object: unknown): boolean {
    const key = keyOf(object);
    return this.#changed(key !== undefined && this.#facts.delete(key));
  }

  clear(): void {
    this.#facts.release();
    this.#facts = new FactMap(this.#options.budget);
    this.#items = undefined;
    this.#nameless = 0;
  }

  #take(into: FactMap, key: ObjectKey, object: unknown): boolean {
    const known = this.#facts.get(key);
    const facts = this.#factsOf(object) ?? UNREADABLE;
    const same = known !== undefined && isDeepStrictEqual(known, facts);
    into.set(key, same ? known : facts);
    return !same;
  }

  #factsOf(object: unknown): unknown {
    try {
      return this.#options.project(object);
    } catch {
      // The object has a shape that no API server sends.
      return undefined;
    }
  }

  #changed(changed: boolean): boolean {
    if (changed) {
      this.#items = undefined;
    }
    return changed;
  }

  #tooMany(): ReaderError {
    const { what, maxObjects } = this.#options;
    return new ReaderError(
      'tooLarge',
      `More than ${maxObjects} ${what}, which is the most that is read`,
    );
  }
}

/** The key of an object; undefined for names that no API server accepts. */
function keyOf(object: unknown): ObjectKey | undefined {
  const { metadata } = (object ?? {}) as { metadata?: Partial<ObjectKey> };
  const { name, namespace = '' } = metadata ?? {};
  return isText(name, MAX_NAME) && name && isText(namespace, MAX_NAMESPACE)
    ? { namespace, name }
    : undefined;
}

function isText(value: unknown, maxLength: number): value is string {
  return typeof value === 'string' && value.length <= maxLength;
}
