import type { ApiResource } from './ApiResource';
import { groupVersion } from './ApiResource';
import type { StoreEvent } from './Collection';
import type { KubeObject } from '@clusterworks/kube-fixtures';
import type { ListOptions } from './ListOptions';
import type { ObjectStore } from './ObjectStore';
import {
  invalidResourceVersion,
  StatusError,
  tooOldResourceVersion,
} from './statusBodies';

/** Where the lines of a watch go. */
export interface WatchSink {
  write(line: string): void;
  end(): void;
}

/** Times of watches; tests shorten them. */
export interface WatchTimes {
  /** Between two bookmarks. About a minute on a real server. */
  bookmarkMs: number;
  /** How long a watch may last when the client names no timeout. */
  timeoutMs: number;
}

interface WatchState {
  resource: ApiResource;
  options: ListOptions;
  sink: WatchSink;
  lastVersion: number;
}

let lastEvent: StoreEvent | undefined;
let lastText = '';

/** Many watches send the same event, so its text is made only once. */
function eventText(event: StoreEvent): string {
  if (event !== lastEvent) {
    lastEvent = event;
    lastText = JSON.stringify(event.object);
  }
  return lastText;
}

function send(state: WatchState, type: string, objectText: string): void {
  state.sink.write(`{"type":"${type}","object":${objectText}}\n`);
}

/** An event as a watch with a selector sees it: objects come and go. */
function sendEvent(state: WatchState, event: StoreEvent): void {
  const { selects } = state.options;
  const was = event.previous !== undefined && selects(event.previous);
  const is = event.type !== 'DELETED' && selects(event.object);
  state.lastVersion = event.resourceVersion;
  if (is) {
    send(state, was ? 'MODIFIED' : 'ADDED', eventText(event));
  } else if (was) {
    send(state, 'DELETED', eventText(event));
  }
}

function sendBookmark(
  state: WatchState,
  version: number,
  initialEventsEnd = false,
): void {
  const bookmark = {
    kind: state.resource.kind,
    apiVersion: groupVersion(state.resource),
    metadata: {
      resourceVersion: String(version),
      ...(initialEventsEnd && {
        annotations: { 'k8s.io/initial-events-end': 'true' },
      }),
    },
  };
  send(state, 'BOOKMARK', JSON.stringify(bookmark));
}

/** The state at first, when the watch names no version to go on from. */
function sendInitialState(state: WatchState, store: ObjectStore): void {
  store
    .collection(state.resource)
    .list()
    .filter(state.options.selects)
    .forEach((object: KubeObject) =>
      send(state, 'ADDED', JSON.stringify(object)),
    );
  if (state.options.allowWatchBookmarks) {
    sendBookmark(state, store.resourceVersion, true);
  }
}

/** Sends the changes since a version; false when these are no longer known. */
function sendMissed(
  state: WatchState,
  store: ObjectStore,
  version: number,
): boolean {
  const collection = store.collection(state.resource);
  const missed = collection.since(version);
  if (!missed) {
    send(
      state,
      'ERROR',
      JSON.stringify(tooOldResourceVersion(version, collection.oldestVersion)),
    );
    return false;
  }
  missed.forEach(event => sendEvent(state, event));
  return true;
}

/**
 * Checks the request before the answer begins.
 *
 * @throws StatusError for a resourceVersion that is no number
 */
export function checkWatchOptions({ resourceVersion }: ListOptions): void {
  if (!/^\d*$/.test(resourceVersion)) {
    throw new StatusError(invalidResourceVersion(resourceVersion));
  }
}

/** Serves a watch until its timeout, the end of the kind, or `stop()`. */
export function watchObjects(
  store: ObjectStore,
  resource: ApiResource,
  options: ListOptions,
  sink: WatchSink,
  times: WatchTimes,
): { stop: () => void } {
  const { resourceVersion } = options;
  const state: WatchState = {
    resource,
    options,
    sink,
    lastVersion: store.resourceVersion,
  };
  const fromStart =
    resourceVersion === '' ||
    resourceVersion === '0' ||
    options.sendInitialEvents;
  if (fromStart) {
    sendInitialState(state, store);
  } else if (!sendMissed(state, store, Number(resourceVersion))) {
    sink.end();
    return { stop: () => {} };
  }
  return follow(store, state, times);
}

function follow(store: ObjectStore, state: WatchState, times: WatchTimes) {
  const { options, sink } = state;
  const cleanups: (() => void)[] = [];
  let stopped = false;
  const stop = () => {
    if (!stopped) {
      stopped = true;
      cleanups.forEach(cleanup => cleanup());
      sink.end();
    }
  };
  const bookmark = () => {
    if (options.allowWatchBookmarks) {
      sendBookmark(state, store.resourceVersion);
    }
  };
  const timeoutMs = options.timeoutSeconds
    ? options.timeoutSeconds * 1000
    : times.timeoutMs;
  const timeout = setTimeout(() => {
    // With a last bookmark the client can continue where the watch stopped.
    bookmark();
    stop();
  }, timeoutMs);
  const bookmarks = setInterval(bookmark, times.bookmarkMs);
  const unsubscribe = store.collection(state.resource).subscribe({
    onEvent: event => sendEvent(state, event),
    onEnd: stop,
  });
  cleanups.push(
    () => clearTimeout(timeout),
    () => clearInterval(bookmarks),
    unsubscribe,
  );
  return { stop };
}
