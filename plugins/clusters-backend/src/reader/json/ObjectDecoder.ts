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

/**
 * Shared, because names and labels repeat across clusters; its size is bounded.
 */
const texts = new TextTable();

/** Prepared once per kind, because there are few kinds and many feeds. */
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
      // A watch reports an error as a Status object, whose code decides the
      // reaction.
      event: new FieldSelection({ type: {}, object: { ...object, code: {} } }),
    };
    prepared.set(wanted, selections);
  }
  return selections;
}

/** Decodes the wanted fields of one kind of object from answers. */
export class ObjectDecoder {
  readonly #what: string;
  readonly #selections: Selections;

  /** @param what - name of the kind, for messages */
  constructor(what: string, wanted: WantedFields) {
    this.#what = what;
    this.#selections = selectionsOf(wanted);
  }

  /** The objects of a page, read one at a time. */
  list(bytes: Buffer): ListScanner {
    return new ListScanner(bytes, this.#selections.object, texts);
  }

  /**
   * Decodes one line of a watch.
   *
   * @throws ReaderError for an error that the server reports
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

  /** Converts a failure to decode an answer into a ReaderError. */
  failure(error: unknown, verb: 'list' | 'watch'): unknown {
    return error instanceof JsonScanError ? malformed(verb, this.#what) : error;
  }
}
