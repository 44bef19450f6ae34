const MAX_TEXT = 1024;
const MAX_LIST = 10_000;

/** Collects what was found to be malformed while one object was read. */
export interface Problems {
  paths: string[];
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
  ) {}

  static of(value: unknown, problems: Problems): Fields {
    if (isRecord(value)) return new Fields(value, problems, undefined, '');
    problems.paths.push('(object)');
    return new Fields({}, problems, undefined, '');
  }

  /** Whether the field is there at all (and not null). */
  has(key: string): boolean {
    return this.raw(key) !== undefined;
  }

  /** Names of the fields, at most 10,000. */
  keys(): string[] {
    return Object.keys(this.value).slice(0, MAX_LIST);
  }

  text(key: string): string | undefined {
    const raw = this.raw(key);
    if (raw === undefined) return undefined;
    if (typeof raw !== 'string') return this.malformed(key);
    return raw.length > MAX_TEXT ? raw.slice(0, MAX_TEXT) : raw;
  }

  number(key: string): number | undefined {
    const raw = this.raw(key);
    if (raw === undefined) return undefined;
    if (typeof raw !== 'number' || !Number.isFinite(raw)) {
      return this.malformed(key);
    }
    return raw;
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
    return fits && value >= 0 ? value : undefined;
  }

  flag(key: string): boolean | undefined {
    const raw = this.raw(key);
    if (raw === undefined) return undefined;
    return typeof raw === 'boolean' ? raw : this.malformed(key);
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
    if (isRecord(raw)) return new Fields(raw, this.problems, this, key);
    if (raw !== undefined) this.malformed(key);
    return new Fields({}, this.problems, this, key);
  }

  list(key: string): unknown[] {
    const raw = this.raw(key);
    if (raw === undefined) return [];
    if (!Array.isArray(raw)) {
      this.malformed(key);
      return [];
    }
    return raw.length > MAX_LIST ? raw.slice(0, MAX_LIST) : raw;
  }

  /** The objects of a list; members that are no objects are left out. */
  objects(key: string): Fields[] {
    const result: Fields[] = [];
    for (const item of this.list(key)) {
      if (isRecord(item)) {
        result.push(new Fields(item, this.problems, this, key));
      } else {
        this.malformed(key);
      }
    }
    return result;
  }

  texts(key: string): string[] {
    const result: string[] = [];
    for (const item of this.list(key)) {
      if (typeof item === 'string') result.push(item.slice(0, MAX_TEXT));
      else this.malformed(key);
    }
    return result;
  }

  /** A map of texts, for example labels. Quantities given as numbers are text. */
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
      else if (typeof value === 'string')
        result[name] = value.slice(0, MAX_TEXT);
      else if (typeof value === 'number') result[name] = String(value);
      else this.malformed(`${key}.${name.slice(0, 80)}`);
    }
    return result;
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
