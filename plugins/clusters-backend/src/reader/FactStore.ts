import { isDeepStrictEqual } from 'node:util';

interface ObjectKey {
  /** Empty for objects outside of namespaces. */
  namespace: string;
  name: string;
}

type Project = (object: unknown) => unknown;

/** A list that is being read, to take the place of what is known. */
export interface NewList {
  /** Takes the next object. */
  add(object: unknown): void;
  /** Takes the place of what was known; true when that says something new. */
  finish(): boolean;
  /** Objects so far of which something is known. */
  readonly size: number;
}

/** Facts by namespace and name; names alone are kept anyway, in the facts. */
class FactMap {
  readonly #namespaces = new Map<string, Map<string, unknown>>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get({ namespace, name }: ObjectKey): unknown {
    return this.#namespaces.get(namespace)?.get(name);
  }

  set({ namespace, name }: ObjectKey, facts: unknown): void {
    let names = this.#namespaces.get(namespace);
    if (!names) {
      names = new Map();
      this.#namespaces.set(namespace, names);
    }
    this.#size -= names.size;
    names.set(name, facts);
    this.#size += names.size;
  }

  delete({ namespace, name }: ObjectKey): boolean {
    const names = this.#namespaces.get(namespace);
    const known = names?.delete(name) ?? false;
    if (known) {
      this.#size -= 1;
    }
    if (names?.size === 0) {
      this.#namespaces.delete(namespace);
    }
    return known;
  }

  values(): unknown[] {
    return [...this.#namespaces.values()].flatMap(names => [...names.values()]);
  }
}

/** The facts of the objects of one kind, and whether news say anything new. */
export class FactStore {
  readonly #project: Project;
  #facts = new FactMap();
  #items: readonly unknown[] | undefined;
  /** Objects of the last list that could not be read at all. */
  unreadable = 0;

  /** @param project - keeps the facts of an object; `undefined` leaves it out */
  constructor(project: Project) {
    this.#project = project;
  }

  /** The facts; the same array until they change. */
  get items(): readonly unknown[] {
    this.#items ??= this.#facts.values();
    return this.#items;
  }

  /** Begins to read all objects anew; until it is finished nothing changes. */
  startList(): NewList {
    const next = new FactMap();
    let changed = false;
    let listed = 0;
    return {
      add: object => {
        listed += 1;
        changed = this.#take(next, object) || changed;
      },
      finish: () => {
        changed = changed || next.size !== this.#facts.size;
        this.#facts = next;
        this.unreadable = listed - next.size;
        return this.#changed(changed);
      },
      get size() {
        return next.size;
      },
    };
  }

  /** Takes a new state of an object; true when that says something new. */
  put(object: unknown): boolean {
    return this.#changed(this.#take(this.#facts, object));
  }

  /** Forgets an object; true when it was known. */
  delete(object: unknown): boolean {
    const key = keyOf(object);
    return this.#changed(key !== undefined && this.#facts.delete(key));
  }

  clear(): void {
    this.#facts = new FactMap();
    this.#items = undefined;
    this.unreadable = 0;
  }

  #take(into: FactMap, object: unknown): boolean {
    const key = keyOf(object);
    if (key === undefined) {
      return false;
    }
    const known = this.#facts.get(key);
    const facts = this.#factsOf(object);
    if (facts === undefined) {
      into.delete(key);
      return known !== undefined;
    }
    const same = known !== undefined && isDeepStrictEqual(known, facts);
    into.set(key, same ? known : facts);
    return !same;
  }

  #factsOf(object: unknown): unknown {
    try {
      return this.#project(object);
    } catch {
      // An object of a shape that no API server sends: as if it were not there.
      return undefined;
    }
  }

  #changed(changed: boolean): boolean {
    if (changed) {
      this.#items = undefined;
    }
    return changed;
  }
}

function keyOf(object: unknown): ObjectKey | undefined {
  const { metadata } = (object ?? {}) as { metadata?: Partial<ObjectKey> };
  return metadata?.name
    ? { namespace: metadata.namespace ?? '', name: metadata.name }
    : undefined;
}
