import type { WantedFields } from '@clusterworks/plugin-clusters-health';
import { malformed, ReaderError } from '../ReaderError';
import { FieldSelection } from './FieldSelection';
import { JsonScanError, JsonScanner } from './JsonScanner';
import { ListScanner } from './ListScanner';
import { TextTable } from './TextTable';

/** One line of a watch. */
export interface WatchEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK';
  object: object;
}

interface Selections {
  object: FieldSelection;
  event: FieldSelection;
}

const EVENT_TYPES = new Set(['ADDED', 'MODIFIED', 'DELETED', 'BOOKMARK']);

/** Names and labels are the same in all clusters; the table is bounded. */
const texts = new TextTable();

/** Kinds are few and feeds are many: each kind's fields are prepared once. */
const prepared = new WeakMap<WantedFields, Selections>();

function selectionsOf(wanted: WantedFields): Selections {
  let selections = prepared.get(wanted);
  if (!selections) {
    const { metadata } = wanted;
    const object: WantedFields = {
      ...wanted,
      metadata: { ...metadata, name: {}, namespace: {}, resourceVersion: {} },
    };
    selections = {
      object: new FieldSelection(object),
      // Errors come as a Status, whose code says what to do.
      event: new FieldSelection({ type: {}, object: { ...object, code: {} } }),
    };
    prepared.set(wanted, selections);
  }
  return selections;
}

/** Reads the wanted fields of one kind of object out of answers. */
export class ObjectDecoder {
  readonly #what: string;
  readonly #selections: Selections;

  /** @param what - the kind, for messages */
  constructor(what: string, wanted: WantedFields) {
    this.#what = what;
    this.#selections = selectionsOf(wanted);
  }

  /** The objects of a page, to be read one after the other. */
  list(bytes: Buffer): ListScanner {
    return new ListScanner(bytes, this.#selections.object, texts);
  }

  /**
   * What a line of a watch says.
   *
   * @throws ReaderError for what the server reports as an error
   */
  event(line: Buffer): WatchEvent {
    const scanner = new JsonScanner(line, texts);
    const event = scanner.value(this.#selections.event);
    scanner.finish();
    if (event === undefined) {
      throw new ReaderError(
        'tooLarge',
        `An object of ${this.#what} is larger than any that is kept`,
      );
    }
    const { type, object } = (event ?? {}) as {
      type?: unknown;
      object?: unknown;
    };
    if (type === 'ERROR') {
      const { code } = (object ?? {}) as { code?: unknown };
      const shown = typeof code === 'number' ? code : 'No code';
      throw new ReaderError(
        code === 410 ? 'expired' : 'failed',
        `${shown}: the watch of ${this.#what} ended`,
      );
    }
    const known = typeof type === 'string' && EVENT_TYPES.has(type);
    if (!known || typeof object !== 'object' || object === null) {
      throw new JsonScanError('Not an event of the Kubernetes API');
    }
    return { type: type as WatchEvent['type'], object };
  }

  /** What a failure to read an answer is. */
  failure(error: unknown, verb: 'list' | 'watch'): unknown {
    return error instanceof JsonScanError ? malformed(verb, this.#what) : error;
  }
}
