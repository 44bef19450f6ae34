import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSignal } from '@backstage/plugin-signals-react';
import {
  CLUSTER_CHANGES_CHANNEL,
  type ClusterChange,
} from '@clusterworks/plugin-clusters-common';
import { usePageVisible } from './usePageVisible';

/** How often to ask when the backend cannot tell us, and when it can. */
const POLL_MS = 10_000;
const POLL_WITH_SIGNALS_MS = 30_000;
/** Changes of many clusters within this time cause one request. */
const GATHER_MS = 500;

/** What {@link useLive} knows at this moment. */
export type Live<T> = {
  /** The newest answer; stays when a later request fails. */
  value?: T;
  /** Why the newest request failed; gone after the next success. */
  error?: Error;
  /** True while there is neither an answer nor an error for this key. */
  loading: boolean;
  /** Asks again now. */
  refresh: () => void;
};

type Entry = { value?: unknown };
const remembered = new WeakMap<object, Map<string, Entry>>();

function entriesOf(owner: object): Map<string, Entry> {
  const entries = remembered.get(owner) ?? new Map<string, Entry>();
  remembered.set(owner, entries);
  return entries;
}

/**
 * Keeps an answer of the backend fresh without reloading the page: asks when
 * the backend announces a change, and from time to time in any case. A tab in
 * the background asks nothing and catches up when it returns. The last answer
 * is remembered per key, so that going back to a tab shows it at once.
 *
 * @param options - `owner`: the client, answers are remembered as long as it
 *   lives; `key`: names the question; `load`: asks it; `concerns`: whether a
 *   change matters to this question (default: all do); `paused`: asks nothing
 */
export function useLive<T>(options: {
  owner: object;
  key: string;
  load: (signal: AbortSignal) => Promise<T>;
  concerns?: (change: ClusterChange) => boolean;
  /** Asks nothing for now. */
  paused?: boolean;
}): Live<T> {
  const { owner, key, paused = false } = options;
  const entries = useMemo(() => entriesOf(owner), [owner]);
  const [, setTurn] = useState(0);
  const [error, setError] = useState<{ key: string; error: Error }>();
  const latest = useRef(options);
  latest.current = options;

  const running = useRef<AbortController>();
  const due = useRef(false);

  const ask = useCallback(() => {
    if (running.current) {
      due.current = true;
      return;
    }
    const controller = new AbortController();
    running.current = controller;
    due.current = false;
    latest.current
      .load(controller.signal)
      .then(
        value => {
          if (!controller.signal.aborted) {
            entries.set(key, { value });
            setError(undefined);
            setTurn(turn => turn + 1);
          }
        },
        (cause: unknown) => {
          if (!controller.signal.aborted) {
            setError({
              key,
              error: cause instanceof Error ? cause : new Error(String(cause)),
            });
          }
        },
      )
      .finally(() => {
        if (running.current === controller) {
          running.current = undefined;
          if (due.current) {
            ask();
          }
        }
      });
  }, [entries, key]);

  const visible = usePageVisible() && !paused;
  const { lastSignal, isSignalsAvailable } = useSignal<ClusterChange>(
    CLUSTER_CHANGES_CHANNEL,
  );

  useEffect(() => {
    if (!visible) {
      return undefined;
    }
    ask();
    const timer = setInterval(
      ask,
      isSignalsAvailable ? POLL_WITH_SIGNALS_MS : POLL_MS,
    );
    return () => {
      clearInterval(timer);
      running.current?.abort();
      running.current = undefined;
      due.current = false;
    };
  }, [ask, visible, isSignalsAvailable]);

  const gathering = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => {
    const concerned =
      lastSignal && latest.current.concerns?.(lastSignal) !== false;
    // A running timer is not restarted: a steady stream of changes must not
    // delay the request for ever.
    if (visible && concerned && !gathering.current) {
      gathering.current = setTimeout(() => {
        gathering.current = undefined;
        ask();
      }, GATHER_MS);
    }
  }, [ask, visible, lastSignal]);
  useEffect(
    () => () => {
      clearTimeout(gathering.current);
      gathering.current = undefined;
    },
    [ask, visible],
  );

  const current = entries.get(key)?.value as T | undefined;
  const ownError = error?.key === key ? error.error : undefined;
  return {
    value: current,
    error: ownError,
    loading: current === undefined && ownError === undefined,
    refresh: ask,
  };
}
