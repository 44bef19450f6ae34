import type { FieldPath } from './FieldPath';
import { isCount } from './isCount';
import { isRecord } from './isRecord';
import { cutText, MAX_MEMBERS, memberNames } from './limits';
import { parseTime } from './parseTime';
import { reportMalformed } from './reportMalformed';
import { withoutSpareRoom } from './withoutSpareRoom';

/** Stands for an absent object. */
const nothing: Record<string, unknown> = Object.freeze({});

/** The names in a map, and the text that each name has. */
export interface TextOfEach {
  names: string[];
  texts: (string | undefined)[];
}

/**
 * An object from an untrusted source. Its fields are read by their paths, and
 * reading never throws.
 *
 * An absent field gives `undefined` or an empty value. A field of the wrong
 * type counts as absent too, and its path is reported: a value that could not
 * be read must not make an assessment healthier.
 */
export class UntrustedObject {
  readonly #value: Record<string, unknown>;
  readonly #problems: string[];
  readonly #parent: UntrustedObject | undefined;
  /** The path of this object within the whole object. */
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

  /** Whether the field exists and is not null. */
  has(path: FieldPath): boolean {
    return this.#raw(path) !== undefined;
  }

  /** A text, at most 1,024 characters of it. */
  text(path: FieldPath): string | undefined {
    const raw = this.#raw(path);
    return typeof raw === 'string' ? cutText(raw) : this.#unusable(raw, path);
  }

  /** A finite number. */
  number(path: FieldPath): number | undefined {
    const raw = this.#raw(path);
    return typeof raw === 'number' && Number.isFinite(raw)
      ? raw
      : this.#unusable(raw, path);
  }

  /** A count: a whole number, not negative. */
  count(path: FieldPath): number | undefined {
    const raw = this.#raw(path);
    return isCount(raw) ? raw : this.#unusable(raw, path);
  }

  /** A count that may also be written as text; undefined for any other text. */
  numeral(path: FieldPath): number | undefined {
    const raw = this.#raw(path);
    const value = typeof raw === 'string' ? Number(cutText(raw) || NaN) : raw;
    return isCount(value) ? value : undefined;
  }

  /** `true` or `false`. */
  flag(path: FieldPath): boolean | undefined {
    const raw = this.#raw(path);
    return typeof raw === 'boolean' ? raw : this.#unusable(raw, path);
  }

  /** An RFC 3339 time in milliseconds since 1970. */
  time(path: FieldPath): number | undefined {
    const text = this.text(path);
    if (text === undefined) {
      return undefined;
    }
    const value = parseTime(text);
    return Number.isNaN(value) ? this.#malformed(path) : value;
  }

  /** The names in a map, at most 10,000. */
  keys(path: FieldPath): string[] {
    return memberNames(this.#map(path));
  }

  /** A map of texts, for example labels. Numbers are read as text. */
  textMap(path: FieldPath): Record<string, string> {
    const map = this.#map(path);
    const result: Record<string, string> = {};
    for (const name of memberNames(map)) {
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

  /** The texts under some names of a map, for example annotations. */
  pick<K extends string>(
    path: FieldPath,
    names: readonly K[],
  ): Partial<Record<K, string>> {
    const picked: Partial<Record<K, string>> = {};
    const map = this.#map(path);
    if (map === nothing) {
      return picked;
    }
    for (const name of names) {
      const value = map[name];
      if (typeof value === 'string') {
        picked[name] = cutText(value);
      } else if (value !== undefined && value !== null) {
        this.#malformed([...path, name]);
      }
    }
    return picked;
  }

  /** The texts in a list; members of other types are left out. */
  texts(path: FieldPath): string[] {
    const result: string[] = [];
    for (const member of this.#list(path)) {
      if (typeof member === 'string') {
        result.push(cutText(member));
      } else {
        this.#malformed(path);
      }
    }
    return withoutSpareRoom(result);
  }

  /** The object in a field; an empty object when the field is absent. */
  object(path: FieldPath): UntrustedObject {
    return new UntrustedObject(this.#map(path), this.#problems, this, path);
  }

  /**
   * Collects what a function takes from each object in a list. Members of other
   * types are left out.
   */
  collect<T>(
    path: FieldPath,
    take: (member: UntrustedObject, taken: T[]) => void,
  ): T[] {
    const taken: T[] = [];
    for (const member of this.#list(path)) {
      if (isRecord(member)) {
        take(new UntrustedObject(member, this.#problems, this, path), taken);
      } else {
        this.#malformed(path);
      }
    }
    return withoutSpareRoom(taken);
  }

  /**
   * The names in a map of objects, at most 10,000, and the text in one field of
   * each object.
   */
  textOfEach(path: FieldPath, field: string): TextOfEach {
    const map = this.#map(path);
    const names = memberNames(map);
    const texts = names.map(name => {
      const member = map[name] ?? nothing;
      if (!isRecord(member)) {
        return this.#malformed([...path, name]);
      }
      const value = member[field] ?? undefined;
      return value === undefined || typeof value === 'string'
        ? value && cutText(value)
        : this.#malformed([...path, name, field]);
    });
    return { names, texts };
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
    this.#unusable(raw, path);
    return nothing;
  }

  #list(path: FieldPath): unknown[] {
    const raw = this.#raw(path);
    if (!Array.isArray(raw)) {
      this.#unusable(raw, path);
      return [];
    }
    return raw.length > MAX_MEMBERS ? raw.slice(0, MAX_MEMBERS) : raw;
  }

  /** Reports a value that cannot be read, unless the field is absent. */
  #unusable(raw: unknown, path: FieldPath): undefined {
    return raw === undefined ? undefined : this.#malformed(path);
  }

  #malformed(path: FieldPath): undefined {
    reportMalformed(this.#problems, this.#wholePath(path));
    return undefined;
  }

  #wholePath(path: FieldPath): FieldPath {
    const own = [...this.#path, ...path];
    return this.#parent ? this.#parent.#wholePath(own) : own;
  }
}
