import { isRecord } from './isRecord';
import { cutText, MAX_MEMBERS } from './limits';

/** Most malformed fields that are noted of one object. */
const MAX_PROBLEMS = 20;

/** Names that lead from an object to one of its fields. */
export type FieldPath = readonly string[];

/**
 * An object that nobody vouches for. Its fields are read by their paths, and
 * reading never throws.
 *
 * An absent field is `undefined` (or empty). A field of a wrong type is read
 * as absent too, and its path is noted: a judgement must not become healthier
 * because something could not be read.
 */
export class UntrustedObject {
  readonly #value: Record<string, unknown>;
  readonly #problems: string[];
  readonly #parent: UntrustedObject | undefined;
  /** Where the object stands in its parent. */
  readonly #path: FieldPath;

  private constructor(
    value: Record<string, unknown>,
    problems: string[],
    parent: UntrustedObject | undefined,
    path: FieldPath,
  ) {
    this.#value = value;
    this.#problems = problems;
    this.#parent = parent;
    this.#path = path;
  }

  /** @param problems - collects the paths of malformed fields, at most 20 */
  static of(value: unknown, problems: string[]): UntrustedObject {
    if (isRecord(value)) {
      return new UntrustedObject(value, problems, undefined, []);
    }
    problems.push('(object)');
    return new UntrustedObject({}, problems, undefined, []);
  }

  /** Whether the field is there at all (and not null). */
  has(path: FieldPath): boolean {
    return this.#raw(path) !== undefined;
  }

  /** A text, at most 1,024 characters of it. */
  text(path: FieldPath): string | undefined {
    const raw = this.#raw(path);
    if (raw === undefined) {
      return undefined;
    }
    return typeof raw === 'string' ? cutText(raw) : this.#malformed(path);
  }

  /** A finite number. */
  number(path: FieldPath): number | undefined {
    const raw = this.#raw(path);
    if (raw === undefined) {
      return undefined;
    }
    return typeof raw === 'number' && Number.isFinite(raw)
      ? raw
      : this.#malformed(path);
  }

  /** A count: a whole number that is not negative. */
  count(path: FieldPath): number | undefined {
    const raw = this.#raw(path);
    if (raw === undefined) {
      return undefined;
    }
    return isCount(raw) ? raw : this.#malformed(path);
  }

  /** A count where a text may stand too; undefined for any other text. */
  numeral(path: FieldPath): number | undefined {
    const raw = this.#raw(path);
    const value = typeof raw === 'string' ? Number(cutText(raw) || NaN) : raw;
    return isCount(value) ? value : undefined;
  }

  /** `true` or `false`. */
  flag(path: FieldPath): boolean | undefined {
    const raw = this.#raw(path);
    if (raw === undefined) {
      return undefined;
    }
    return typeof raw === 'boolean' ? raw : this.#malformed(path);
  }

  /** An RFC 3339 time in milliseconds since 1970. */
  time(path: FieldPath): number | undefined {
    const text = this.text(path);
    if (text === undefined) {
      return undefined;
    }
    const value = Date.parse(text);
    return Number.isNaN(value) ? this.#malformed(path) : value;
  }

  /** The names in a map, at most 10,000. */
  keys(path: FieldPath): string[] {
    return Object.keys(this.#map(path)).slice(0, MAX_MEMBERS);
  }

  /** A map of texts, for example labels. Numbers are read as text. */
  textMap(path: FieldPath): Record<string, string> {
    const map = this.#map(path);
    const result: Record<string, string> = {};
    for (const name of Object.keys(map).slice(0, MAX_MEMBERS)) {
      const value = map[name];
      if (name === '__proto__') {
        this.#malformed(path);
      } else if (typeof value === 'string') {
        result[name] = cutText(value);
      } else if (typeof value === 'number') {
        result[name] = String(value);
      } else {
        this.#malformed([...path, name.slice(0, 80)]);
      }
    }
    return result;
  }

  /** The texts of a list; members that are no texts are left out. */
  texts(path: FieldPath): string[] {
    const result: string[] = [];
    for (const member of this.#list(path)) {
      if (typeof member === 'string') {
        result.push(cutText(member));
      } else {
        this.#malformed(path);
      }
    }
    return result;
  }

  /** The object in a field; an empty one when it is absent. */
  object(path: FieldPath): UntrustedObject {
    return new UntrustedObject(this.#map(path), this.#problems, this, path);
  }

  /** The objects of a list; members that are no objects are left out. */
  objects(path: FieldPath): UntrustedObject[] {
    const result: UntrustedObject[] = [];
    for (const member of this.#list(path)) {
      if (isRecord(member)) {
        result.push(new UntrustedObject(member, this.#problems, this, path));
      } else {
        this.#malformed(path);
      }
    }
    return result;
  }

  #raw(path: FieldPath): unknown {
    let value: unknown = this.#value;
    for (let depth = 0; depth < path.length; depth += 1) {
      if (!isRecord(value)) {
        if (value !== undefined && value !== null) {
          this.#malformed(path.slice(0, depth));
        }
        return undefined;
      }
      value = value[path[depth]];
    }
    return value === null ? undefined : value;
  }

  #map(path: FieldPath): Record<string, unknown> {
    const raw = this.#raw(path);
    if (isRecord(raw)) {
      return raw;
    }
    if (raw !== undefined) {
      this.#malformed(path);
    }
    return {};
  }

  #list(path: FieldPath): unknown[] {
    const raw = this.#raw(path);
    if (raw === undefined) {
      return [];
    }
    if (!Array.isArray(raw)) {
      this.#malformed(path);
      return [];
    }
    return raw.length > MAX_MEMBERS ? raw.slice(0, MAX_MEMBERS) : raw;
  }

  #malformed(path: FieldPath): undefined {
    const whole = this.#wholePath(path).join('.');
    if (
      this.#problems.length < MAX_PROBLEMS &&
      !this.#problems.includes(whole)
    ) {
      this.#problems.push(whole);
    }
    return undefined;
  }

  #wholePath(path: FieldPath): FieldPath {
    const own = [...this.#path, ...path];
    return this.#parent ? this.#parent.#wholePath(own) : own;
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
