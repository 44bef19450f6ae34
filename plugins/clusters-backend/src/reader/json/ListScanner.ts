import { FieldSelection } from './FieldSelection';
import { JsonScanError, JsonScanner } from './JsonScanner';
import type { TextTable } from './TextTable';

/** What a list says of itself. */
export interface ListMetadata {
  resourceVersion: string;
  /** Asks for the next page; absent on the last one. */
  continueToken?: string;
}

/** Both are parts of addresses, and far shorter. */
const MAX_VERSION = 256;
const MAX_TOKEN = 8 * 1024;

/** Whether a watch can go on from this version. */
export function isResourceVersion(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_VERSION;
}

const metadataSelection = new FieldSelection({
  resourceVersion: {},
  continue: {},
});

/** The wanted fields of the objects in one page of a list, one after the other. */
export class ListScanner {
  readonly #scanner: JsonScanner;
  readonly #selection: FieldSelection;
  #metadata: ListMetadata | undefined;
  /** Whether `items` was met, and whether its objects come next. */
  #items: 'unseen' | 'next' | 'passed' = 'unseen';
  #atStart = true;

  constructor(bytes: Buffer, selection: FieldSelection, texts: TextTable) {
    this.#scanner = new JsonScanner(bytes, texts);
    this.#selection = selection;
  }

  /**
   * Reads on to the objects. Built-in kinds have the metadata before them, so
   * that it is known now; custom resources have it behind.
   *
   * @throws JsonScanError when there are none
   */
  readHead(): ListMetadata | undefined {
    if (this.#atStart) {
      this.#scanner.enterObject();
      this.#readFields();
    }
    return this.#metadata;
  }

  /**
   * The objects, each read when it is asked for; to be used once. One that is
   * too large to be kept is undefined.
   *
   * @returns at the end, the metadata
   * @throws JsonScanError when this is no list, at the latest at its end
   */
  *items(): Generator<unknown, ListMetadata> {
    this.readHead();
    const scanner = this.#scanner;
    if (this.#items === 'next') {
      for (let first = true; scanner.nextMember(first); first = false) {
        yield scanner.value(this.#selection);
      }
      this.#items = 'passed';
      this.#readFields();
    }
    scanner.finish();
    return this.#metadata ?? notAList();
  }

  /** Reads fields up to the objects, or to the end. */
  #readFields(): void {
    const scanner = this.#scanner;
    for (;;) {
      const name = scanner.nextField(this.#atStart);
      this.#atStart = false;
      if (name === undefined) {
        break;
      }
      if (name === 'metadata') {
        this.#metadata = metadataOf(scanner.value(metadataSelection));
      } else if (name !== 'items') {
        scanner.skip();
      } else if (this.#items === 'unseen' && scanner.atList) {
        this.#items = 'next';
        scanner.enterList();
        return;
      } else if (scanner.value(metadataSelection) === null) {
        // Go writes an empty list as null.
        this.#items = 'passed';
      } else {
        notAList();
      }
    }
    if (this.#items === 'unseen') {
      notAList();
    }
  }
}

function metadataOf(value: unknown): ListMetadata {
  const fields = (value ?? {}) as {
    resourceVersion?: unknown;
    continue?: unknown;
  };
  if (!isResourceVersion(fields.resourceVersion)) {
    return notAList();
  }
  const token = fields.continue;
  if (typeof token === 'string' && token.length > MAX_TOKEN) {
    return notAList();
  }
  return {
    resourceVersion: fields.resourceVersion,
    ...(typeof token === 'string' && token && { continueToken: token }),
  };
}

function notAList(): never {
  throw new JsonScanError('Not a list of the Kubernetes API');
}
