import { FieldSelection } from './FieldSelection';
import { JsonScanError, JsonScanner } from './JsonScanner';
import type { TextTable } from './TextTable';

/** The metadata of a list. */
export interface ListMetadata {
  resourceVersion: string;
  /** Token for the next page; absent on the last page. */
  continueToken?: string;
}

/** Continue tokens and resource versions are parts of URLs, and far shorter. */
const MAX_VERSION = 256;
const MAX_TOKEN = 8 * 1024;

/** Whether the value can be the resource version at which a watch continues. */
export function isResourceVersion(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_VERSION;
}

const metadataSelection = new FieldSelection({
  resourceVersion: {},
  continue: {},
});

/**
 * Reads the wanted fields of the objects in one page of a list, one object at a
 * time.
 */
export class ListScanner {
  readonly #scanner: JsonScanner;
  readonly #selection: FieldSelection;
  #metadata: ListMetadata | undefined;
  /** Whether the field `items` was found, and whether its objects are next. */
  #items: 'unseen' | 'next' | 'passed' = 'unseen';
  #atStart = true;

  constructor(bytes: Buffer, selection: FieldSelection, texts: TextTable) {
    this.#scanner = new JsonScanner(bytes, texts);
    this.#selection = selection;
  }

  /**
   * Reads up to the objects. Built-in kinds have the metadata before the
   * objects, so it is known then; custom resources have it after them.
   *
   * @throws JsonScanError when there are no objects
   */
  readHead(): ListMetadata | undefined {
    if (this.#atStart) {
      this.#scanner.enterObject();
      this.#readFields();
    }
    return this.#metadata;
  }

  /**
   * The objects, each read on demand; can be iterated once. An object that
   * exceeds the maximum size is undefined.
   *
   * @returns the metadata, at the end
   * @throws JsonScanError when the page is not a list, at the latest at its end
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
        // Go encodes an empty list as null.
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
