import type { FieldSelection } from './FieldSelection';
import type { TextTable } from './TextTable';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const LAST_SPACE = 0x20;
const ZERO = 0x30;
/** Integers with up to this many digits are represented exactly. */
const MAX_DIGITS = 15;

type JsonObject = Record<string, unknown>;

/** Maximum length of a text, in bytes; messages are at most half as long. */
const MAX_TEXT_BYTES = 64 * 1024;
/** Maximum size of the wanted fields of one object, in bytes. */
const MAX_KEPT_BYTES = 512 * 1024;
/** Size that is counted for a value in addition to its text. */
const VALUE_BYTES = 16;

/** A syntax error in JSON. */
export class JsonScanError extends Error {}

/** The wanted fields of an object exceed the maximum size. */
class TooMuchWanted extends JsonScanError {}

/**
 * Extracts the wanted fields from JSON in one pass, and skips all others
 * without creating values for them: an API server sends twenty times as much as
 * rules and pages use. Wanted values are the same as `JSON.parse` would return,
 * except that lists inside lists are returned empty.
 *
 * In skipped parts only the brackets are checked.
 *
 * This is one long class because its methods share the position in the bytes as
 * private fields, which makes it fast.
 */
export class JsonScanner {
  readonly #bytes: Buffer;
  readonly #texts: TextTable;
  #at = 0;
  /** Start and end of the last name or text, without its quotes. */
  #start = 0;
  #end = 0;
  #escaped = false;
  /** Size of the current object's wanted fields so far, in bytes. */
  #kept = 0;

  constructor(bytes: Buffer, texts: TextTable) {
    this.#bytes = bytes;
    this.#texts = texts;
  }

  /**
   * Reads the wanted fields of the next value.
   *
   * @returns undefined when they exceed the maximum size
   */
  value(selection: FieldSelection): unknown {
    this.#peek();
    const start = this.#at;
    this.#kept = 0;
    try {
      return this.#value(selection);
    } catch (error) {
      if (!(error instanceof TooMuchWanted)) {
        throw error;
      }
      // This is not a syntax error, so reading can continue after the object.
      this.#at = start;
      this.skip();
      return undefined;
    }
  }

  #value(selection: FieldSelection): unknown {
    this.#keep(VALUE_BYTES);
    switch (this.#peek()) {
      case OPEN_OBJECT:
        return this.#object(selection);
      case OPEN_LIST:
        return this.#list(selection);
      case QUOTE:
        this.#passText();
        return this.#text();
      default:
        return this.#literal();
    }
  }

  /** Skips the next value. */
  skip(): void {
    switch (this.#peek()) {
      case OPEN_OBJECT:
      case OPEN_LIST:
        this.#skipNested();
        break;
      case QUOTE:
        this.#passText();
        break;
      default:
        this.#passLiteral();
    }
  }

  /** Enters an object; call `nextField` for each of its fields. */
  enterObject(): void {
    this.#expect(OPEN_OBJECT);
  }

  /** Enters a list; call `nextMember` for each of its members. */
  enterList(): void {
    this.#expect(OPEN_LIST);
  }

  /**
   * The name of the next field; undefined at the end of the object, which is
   * then left.
   */
  nextField(first: boolean): string | undefined {
    this.#kept = 0;
    return this.#passName(first) ? this.#text() : undefined;
  }

  /** Whether another member follows; at the end, the list is left. */
  nextMember(first: boolean): boolean {
    const byte = this.#peek();
    if (byte === CLOSE_LIST) {
      this.#at += 1;
      return false;
    }
    if (!first) {
      this.#expect(COMMA);
    }
    return true;
  }

  /** Whether the next value is a list. */
  get atList(): boolean {
    return this.#peek() === OPEN_LIST;
  }

  /** @throws JsonScanError when anything but white space is left */
  finish(): void {
    if (!Number.isNaN(this.#peek())) {
      this.#fail();
    }
  }

  #object(selection: FieldSelection): JsonObject {
    const bytes = this.#bytes;
    const { others } = selection;
    // Maps such as labels have different names in each object: V8 would create
    // a hidden class for each.
    const result: JsonObject = others ? Object.create(null) : {};
    this.#at += 1;
    for (let first = true; this.#passName(first); first = false) {
      const wanted = this.#escaped
        ? findByText(selection, this.#text())
        : selection.find(bytes, this.#start, this.#end);
      if (wanted !== undefined) {
        result[wanted.name] = this.#value(wanted.selection);
      } else if (others !== undefined) {
        // The name is read first, because reading the value moves the position.
        const name = this.#text();
        result[name] = this.#value(others);
      } else {
        this.skip();
      }
    }
    return result;
  }

  #list(selection: FieldSelection): unknown[] {
    const result: unknown[] = [];
    this.#at += 1;
    for (let first = true; this.nextMember(first); first = false) {
      if (this.#peek() === OPEN_LIST) {
        // Lists inside lists can be nested to any depth, and no kind needs
        // them.
        this.#skipNested();
        this.#keep(VALUE_BYTES);
        result.push([]);
      } else {
        result.push(this.#value(selection));
      }
    }
    return result;
  }

  /**
   * Skips the name of the next field and its colon; returns false at the end.
   */
  #passName(first: boolean): boolean {
    let byte = this.#peek();
    if (byte === CLOSE_OBJECT) {
      this.#at += 1;
      return false;
    }
    if (!first) {
      this.#expect(COMMA);
      byte = this.#peek();
    }
    if (byte !== QUOTE) {
      this.#fail();
    }
    this.#passText();
    this.#expect(COLON);
    return true;
  }

  /** Skips a text that starts here and records its start and end. */
  #passText(): void {
    const bytes = this.#bytes;
    const start = this.#at + 1;
    let at = start;
    let escaped = false;
    let byte = bytes[at];
    while (byte !== QUOTE) {
      if (byte === BACKSLASH) {
        escaped = true;
        at += 1;
      } else if (byte === undefined) {
        this.#fail();
      }
      at += 1;
      byte = bytes[at];
    }
    this.#start = start;
    this.#end = at;
    this.#escaped = escaped;
    this.#at = at + 1;
  }

  #keep(bytes: number): void {
    this.#kept += bytes;
    if (this.#kept > MAX_KEPT_BYTES) {
      throw new TooMuchWanted();
    }
  }

  #text(): string {
    const length = this.#end - this.#start;
    if (length > MAX_TEXT_BYTES) {
      throw new TooMuchWanted();
    }
    this.#keep(length);
    if (this.#escaped) {
      return this.#parse(this.#start - 1, this.#end + 1) as string;
    }
    return this.#texts.text(this.#bytes, this.#start, this.#end);
  }

  /** Reads a number, `true`, `false` or `null`. */
  #literal(): unknown {
    const start = this.#at;
    this.#passLiteral();
    const count = countOf(this.#bytes, start, this.#at);
    return count < 0 ? this.#parse(start, this.#at) : count;
  }

  #passLiteral(): void {
    const bytes = this.#bytes;
    const start = this.#at;
    let at = start;
    // Letters, digits, and the characters of numbers.
    for (let byte = bytes[at]; ; byte = bytes[at]) {
      const part =
        (byte >= 0x61 && byte <= 0x7a) ||
        (byte >= 0x2b && byte <= 0x39 && byte !== COMMA) ||
        byte === 0x45;
      if (!part) {
        break;
      }
      at += 1;
    }
    if (at === start) {
      this.#fail();
    }
    this.#at = at;
  }

  /** Skips an object or a list of any depth without parsing its parts. */
  #skipNested(): void {
    const bytes = this.#bytes;
    const { length } = bytes;
    let at = this.#at;
    let depth = 0;
    while (at < length) {
      const byte = bytes[at];
      if (byte === QUOTE) {
        at += 1;
        for (let inner = bytes[at]; inner !== QUOTE; inner = bytes[at]) {
          at += inner === BACKSLASH ? 2 : 1;
          if (at >= length) {
            this.#fail();
          }
        }
      } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
        depth += 1;
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
        depth -= 1;
        if (depth === 0) {
          this.#at = at + 1;
          return;
        }
      }
      at += 1;
    }
    this.#fail();
  }

  /** The next byte that is not white space; NaN at the end. */
  #peek(): number {
    const bytes = this.#bytes;
    let byte = bytes[this.#at];
    while (byte <= LAST_SPACE) {
      this.#at += 1;
      byte = bytes[this.#at];
    }
    return byte ?? NaN;
  }

  #expect(byte: number): void {
    if (this.#peek() !== byte) {
      this.#fail();
    }
    this.#at += 1;
  }

  #parse(start: number, end: number): unknown {
    try {
      return JSON.parse(this.#bytes.toString('utf8', start, end));
    } catch {
      return this.#fail();
    }
  }

  #fail(): never {
    throw new JsonScanError(`Not JSON at byte ${this.#at}`);
  }
}

/**
 * The number that the digits make; -1 when they are not a short non-negative
 * integer.
 */
function countOf(bytes: Buffer, start: number, end: number): number {
  const length = end - start;
  if (length > MAX_DIGITS || (length > 1 && bytes[start] === ZERO)) {
    return -1;
  }
  let count = 0;
  for (let at = start; at < end; at += 1) {
    const digit = bytes[at] - ZERO;
    if (digit < 0 || digit > 9) {
      return -1;
    }
    count = count * 10 + digit;
  }
  return count;
}

function findByText(selection: FieldSelection, name: string) {
  const bytes = Buffer.from(name);
  return selection.find(bytes, 0, bytes.length);
}
