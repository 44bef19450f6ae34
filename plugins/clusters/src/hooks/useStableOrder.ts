import { useCallback, useMemo, useRef, useState } from 'react';

/** Items in the order in which they were first shown. */
export type StableOrder<T> = {
  items: T[];
  /** Whether the given order differs by now from the shown one. */
  hasMoved: boolean;
  /** Takes over the given order. */
  resort: () => void;
};

/**
 * Keeps rows where they are while data refreshes: the order of the first
 * answer stays until the question (`scope`) changes or the reader asks for
 * it. New items come last, vanished ones go.
 *
 * @param items - in the newest order
 * @param idOf - tells items apart
 * @param scope - a new order is taken whenever this changes
 */
export function useStableOrder<T>(
  items: T[],
  idOf: (item: T) => string,
  scope: string,
): StableOrder<T> {
  const shown = useRef<{ scope: string; ids: string[] }>({ scope, ids: [] });
  const identify = useRef(idOf);
  identify.current = idOf;
  const [turn, setTurn] = useState(0);

  const resort = useCallback(() => {
    shown.current = { scope: shown.current.scope, ids: [] };
    setTurn(value => value + 1);
  }, []);

  return useMemo(() => {
    const byId = new Map(items.map(item => [identify.current(item), item]));
    const wanted = [...byId.keys()];
    const before =
      shown.current.scope === scope
        ? shown.current.ids.filter(id => byId.has(id))
        : [];
    const known = new Set(before);
    const ids = [...before, ...wanted.filter(id => !known.has(id))];
    shown.current = { scope, ids };
    return {
      items: ids.flatMap(id => byId.get(id) ?? []),
      hasMoved: ids.some((id, index) => id !== wanted[index]),
      resort,
    };
    // `turn` counts the requests to sort again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [items, scope, resort, turn]);
}
