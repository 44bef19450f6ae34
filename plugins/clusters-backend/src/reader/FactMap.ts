import type { Budget } from './MemoryBudget';
import { weigh } from './weigh';

/** Stored in place of the facts of an object that could not be read. */
export const UNREADABLE = Symbol('unreadable');

/** The key of an object among those of its kind. */
export interface ObjectKey {
  /** Empty for cluster-scoped objects. */
  namespace: string;
  name: string;
}

/**
 * Facts by namespace and name; the keys need no extra memory, since the facts
 * hold the same strings.
 */
export class FactMap {
  readonly #budget: Budget;
  readonly #namespaces = new Map<string, Map<string, unknown>>();
  #size = 0;
  #unreadable = 0;
  #bytes = 0;

  /** @param budget - the budget that memory is taken from */
  constructor(budget: Budget) {
    this.#budget = budget;
  }

  get size(): number {
    return this.#size;
  }

  /** How many of the objects could not be read. */
  get unreadable(): number {
    return this.#unreadable;
  }

  get({ namespace, name }: ObjectKey): unknown {
    return this.#namespaces.get(namespace)?.get(name);
  }

  /** @throws ReaderError `tooLarge` when the budget is used up */
  set(key: ObjectKey, facts: unknown): void {
    const known = this.get(key);
    const bytes = bytesOf(key, facts) - (known ? bytesOf(key, known) : 0);
    this.#budget.take(bytes);
    this.#bytes += bytes;
    this.#size += known === undefined ? 1 : 0;
    this.#unreadable += Number(facts === UNREADABLE);
    this.#unreadable -= Number(known === UNREADABLE);
    let names = this.#namespaces.get(key.namespace);
    if (!names) {
      names = new Map();
      this.#namespaces.set(key.namespace, names);
    }
    names.set(key.name, facts);
  }

  /** Removes an object; returns whether it was known. */
  delete(key: ObjectKey): boolean {
    const names = this.#namespaces.get(key.namespace);
    const known = names?.get(key.name);
    if (!names || known === undefined) {
      return false;
    }
    const bytes = bytesOf(key, known);
    this.#budget.giveBack(bytes);
    this.#bytes -= bytes;
    this.#size -= 1;
    this.#unreadable -= Number(known === UNREADABLE);
    names.delete(key.name);
    if (names.size === 0) {
      this.#namespaces.delete(key.namespace);
    }
    return true;
  }

  /** The facts of all objects that could be read. */
  values(): unknown[] {
    const all = [...this.#namespaces.values()].flatMap(names => [
      ...names.values(),
    ]);
    return this.#unreadable > 0
      ? all.filter(facts => facts !== UNREADABLE)
      : all;
  }

  /** Returns the memory to the budget; the map must not be used afterwards. */
  release(): void {
    this.#budget.giveBack(this.#bytes);
    this.#bytes = 0;
  }
}

function bytesOf({ namespace, name }: ObjectKey, facts: unknown): number {
  return namespace.length + name.length + weigh(facts);
}
