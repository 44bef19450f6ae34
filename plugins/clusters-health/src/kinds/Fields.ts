const MAX_TEXT = 1024;
const MAX_LIST = 10_000;

/** Collects what was found to be malformed while one object was read. */
export interface Problems {
  paths: string[];
}

/** Receives the fields that are read. */
export type Copy = Record<string, unknown>;

/** Environment variables may hold anything: a capture has none. */
const neverCopied: ReadonlySet<string> = new Set(['env']);

function cut(text: string): string {
  return text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads the fields of an untrusted object and never throws.
 *
 * An absent field is `undefined` (or empty). A field of a wrong type is read
 * as absent too, and its path is noted: a judgement must not become healthier
 * because something could not be read.
 */
export class Fields {
  private constructor(
    private readonly value: Record<string, unknown>,
    private readonly problems: Problems,
    private readonly parent: Fields | undefined,
    private readonly key: string,
    private readonly copy: Copy | undefined,
  ) {}

  /**
   * @param copy - receives the fields that are read, and no others: what a
   *   capture may hold
   */
  static of(value: unknown, problems: Problems, copy?: Copy): Fields {
    if (isRecord(value)) {
      return new Fields(value, problems, undefined, '', copy);
    }
    problems.paths.push('(object)');
    return new Fields({}, problems, undefined, '', copy);
  }

  /** Whether the field is there at all (and not null). */
  has(key: string): boolean {
    const raw = this.raw(key);
    if (raw === undefined) return false;
    this.note(key, Array.isArray(raw) ? [] : {});
    return true;
  }

  /** Names of the fields, at most 10,000. */
  keys(): string[] {
    const keys = Object.keys(this.value).slice(0, MAX_LIST);
    for (const key of keys) this.note(key, {});
    return keys;
  }

  text(key: string): string | undefined {
    const raw = this.raw(key);
    if (raw === undefined) return undefined;
    if (typeof raw !== 'string') return this.malformed(key);
    return this.keep(key, cut(raw));
  }

  number(key: string): number | undefined {
    const raw = this.raw(key);
    if (raw === undefined) return undefined;
    if (typeof raw !== 'number' || !Number.isFinite(raw)) {
      return this.malformed(key);
    }
    return this.keep(key, raw);
  }

  /** A count: a whole number that is not negative. */
  count(key: string): number | undefined {
    const value = this.number(key);
    if (value === undefined) return undefined;
    if (!Number.isSafeInteger(value) || value < 0) return this.malformed(key);
    return value;
  }

  /** A count where a text may stand too; undefined for a text without digits. */
  numeral(key: string): number | undefined {
    const raw = this.raw(key);
    const value = typeof raw === 'string' ? Number(raw || NaN) : raw;
    const fits = typeof value === 'number' && Number.isSafeInteger(value);
    if (!fits || value < 0) return undefined;
    this.keep(key, raw);
    return value;
  }

  flag(key: string): boolean | undefined {
    const raw = this.raw(key);
    if (raw === undefined) return undefined;
    return typeof raw === 'boolean' ? this.keep(key, raw) : this.malformed(key);
  }

  /** An RFC 3339 time in milliseconds since 1970. */
  time(key: string): number | undefined {
    const text = this.text(key);
    if (text === undefined) return undefined;
    const value = Date.parse(text);
    return Number.isNaN(value) ? this.malformed(key) : value;
  }

  /** The object in the field; an empty one when it is absent. */
  object(key: string): Fields {
    const raw = this.raw(key);
    if (isRecord(raw)) {
      return new Fields(raw, this.problems, this, key, this.child(key));
    }
    if (raw !== undefined) this.malformed(key);
    return new Fields({}, this.problems, this, key, undefined);
  }

  /** The objects of a list; members that are no objects are left out. */
  objects(key: string): Fields[] {
    const copies = this.children(key);
    const result: Fields[] = [];
    for (const item of this.list(key)) {
      if (isRecord(item)) {
        const copy = copies ? copies[result.length] ?? {} : undefined;
        if (copies && copy) copies[result.length] = copy;
        result.push(new Fields(item, this.problems, this, key, copy));
      } else {
        this.malformed(key);
      }
    }
    return result;
  }

  texts(key: string): string[] {
    const result: string[] = [];
    for (const item of this.list(key)) {
      if (typeof item === 'string') result.push(cut(item));
      else this.malformed(key);
    }
    if (this.has(key)) this.keep(key, result);
    return result;
  }

  /** A map of texts, for example labels. Numbers are read as text. */
  textMap(key: string): Record<string, string> {
    const raw = this.raw(key);
    if (raw === undefined) return {};
    if (!isRecord(raw)) {
      this.malformed(key);
      return {};
    }
    const result: Record<string, string> = {};
    for (const name of Object.keys(raw).slice(0, MAX_LIST)) {
      const value = raw[name];
      if (name === '__proto__') this.malformed(key);
      else if (typeof value === 'string') result[name] = cut(value);
      else if (typeof value === 'number') result[name] = String(value);
      else this.malformed(`${key}.${name.slice(0, 80)}`);
    }
    return this.keep(key, result);
  }

  private list(key: string): unknown[] {
    const raw = this.raw(key);
    if (raw === undefined) return [];
    if (!Array.isArray(raw)) {
      this.malformed(key);
      return [];
    }
    return raw.length > MAX_LIST ? raw.slice(0, MAX_LIST) : raw;
  }

  private keep<T>(key: string, value: T): T {
    if (this.copy && !neverCopied.has(key)) this.copy[key] = value;
    return value;
  }

  /** Copies that the field is there, unless more of it was copied before. */
  private note(key: string, value: unknown): void {
    if (this.copy && !(key in this.copy)) this.keep(key, value);
  }

  private child(key: string): Copy | undefined {
    this.note(key, {});
    const child = this.copy?.[key];
    return isRecord(child) ? child : undefined;
  }

  private children(key: string): Copy[] | undefined {
    if (!Array.isArray(this.raw(key))) return undefined;
    this.note(key, []);
    const children = this.copy?.[key];
    return Array.isArray(children) ? (children as Copy[]) : undefined;
  }

  private raw(key: string): unknown {
    const value = this.value[key];
    return value === null ? undefined : value;
  }

  private malformed(key: string): undefined {
    if (this.problems.paths.length < 20) {
      this.problems.paths.push(this.path(key));
    }
    return undefined;
  }

  private path(key: string): string {
    const own = this.key ? `${this.key}.${key}` : key;
    return this.parent?.key ? this.parent.path(own) : own;
  }
}
