import type { ApiResource } from './ApiResource';
import { groupVersion, resourceName } from './ApiResource';
import { objectKey } from './Collection';
import { decodeContinueToken, encodeContinueToken } from './continueToken';
import type { KubeObject } from '@clusterworks/kube-fixtures';
import type { ListOptions } from './ListOptions';
import type { ObjectStore } from './ObjectStore';
import {
  badRequest,
  expiredContinueToken,
  StatusError,
  tooLargeResourceVersion,
} from './statusBodies';

/** One page of a list. */
export interface ListPage {
  items: KubeObject[];
  metadata: {
    resourceVersion: string;
    continue?: string;
    remainingItemCount?: number;
  };
}

/** States that unfinished lists still need, the newest 100 of them. */
export class ListSnapshots {
  readonly #kept = new Map<string, KubeObject[]>();

  readonly #limit: number;

  constructor(limit = 100) {
    this.#limit = limit;
  }

  keep(resource: ApiResource, version: number, objects: KubeObject[]): void {
    const key = `${resourceName(resource)}@${version}`;
    this.#kept.delete(key);
    this.#kept.set(key, objects);
    if (this.#kept.size > this.#limit) {
      const [oldest] = this.#kept.keys();
      this.#kept.delete(oldest);
    }
  }

  find(resource: ApiResource, version: number): KubeObject[] | undefined {
    return this.#kept.get(`${resourceName(resource)}@${version}`);
  }

  /** Compaction: continue tokens from before are too old. */
  clear(): void {
    this.#kept.clear();
  }
}

function keyOf(object: KubeObject): string {
  return objectKey(object.metadata.namespace, object.metadata.name);
}

interface State {
  objects: KubeObject[];
  version: number;
  start: string;
}

function stateOf(
  store: ObjectStore,
  snapshots: ListSnapshots,
  resource: ApiResource,
  options: ListOptions,
): State {
  const current = () => store.collection(resource).list();
  if (!options.continueToken) {
    return { objects: current(), version: store.resourceVersion, start: '' };
  }
  const { rv, start } = decodeContinueToken(options.continueToken);
  if (rv === -1) {
    return { objects: current(), version: store.resourceVersion, start };
  }
  const objects = snapshots.find(resource, rv);
  if (!objects) {
    throw new StatusError(
      expiredContinueToken(encodeContinueToken({ rv: -1, start })),
    );
  }
  return { objects, version: rv, start };
}

function checkResourceVersion(options: ListOptions, current: number): void {
  if (options.resourceVersion === '' || options.resourceVersion === '0') {
    return;
  }
  if (!/^\d+$/.test(options.resourceVersion)) {
    throw new StatusError(
      badRequest(
        `resourceVersion: Invalid value: "${options.resourceVersion}": strconv.ParseUint: parsing "${options.resourceVersion}": invalid syntax`,
      ),
    );
  }
  const asked = Number(options.resourceVersion);
  if (asked > current) {
    throw new StatusError(tooLargeResourceVersion(asked, current));
  }
}

/**
 * One page of a list: all pages of it show the state of the first one.
 *
 * @throws StatusError 400, 410 (state forgotten) or 504 (state of the future)
 */
export function listObjects(
  store: ObjectStore,
  snapshots: ListSnapshots,
  resource: ApiResource,
  options: ListOptions,
): ListPage {
  checkResourceVersion(options, store.resourceVersion);
  const state = stateOf(store, snapshots, resource, options);
  const selected = state.objects.filter(
    object => keyOf(object) >= state.start && options.selects(object),
  );
  const resourceVersion = String(state.version);
  if (options.limit <= 0 || selected.length <= options.limit) {
    return { items: selected, metadata: { resourceVersion } };
  }
  snapshots.keep(resource, state.version, state.objects);
  const items = selected.slice(0, options.limit);
  return {
    items,
    metadata: {
      resourceVersion,
      continue: encodeContinueToken({
        rv: state.version,
        start: `${keyOf(items[items.length - 1])}\u0000`,
      }),
      // A server that filters does not know how many are left.
      ...(!options.hasSelector && {
        remainingItemCount: selected.length - items.length,
      }),
    },
  };
}

const texts = new WeakMap<KubeObject, string>();

/** An object without its kind, as lists of built-in kinds carry it. */
function itemText(object: KubeObject, resource: ApiResource): string {
  let text = texts.get(object);
  if (text === undefined) {
    if (resource.custom) {
      text = JSON.stringify(object);
    } else {
      const { apiVersion: _version, kind: _kind, ...rest } = object;
      text = JSON.stringify(rest);
    }
    texts.set(object, text);
  }
  return text;
}

/** The JSON of a page in three parts: only the middle is long. */
export interface ListParts {
  head: string;
  items: readonly KubeObject[];
  itemText(item: KubeObject): string;
  tail: string;
}

/** The JSON of a page, with the order of keys of a real server. */
export function listParts(page: ListPage, resource: ApiResource): ListParts {
  const kind = JSON.stringify(`${resource.kind}List`);
  const apiVersion = JSON.stringify(groupVersion(resource));
  const { items } = page;
  const text = (item: KubeObject) => itemText(item, resource);
  if (resource.custom) {
    const metadata = JSON.stringify({ continue: '', ...page.metadata });
    return {
      head: `{"apiVersion":${apiVersion},"items":[`,
      items,
      itemText: text,
      tail: `],"kind":${kind},"metadata":${metadata}}\n`,
    };
  }
  return {
    head: `{"kind":${kind},"apiVersion":${apiVersion},"metadata":${JSON.stringify(
      page.metadata,
    )},"items":[`,
    items,
    itemText: text,
    tail: ']}\n',
  };
}

/** All parts in one. */
export function listText({ head, items, itemText: text, tail }: ListParts) {
  return `${head}${items.map(text).join(',')}${tail}`;
}
