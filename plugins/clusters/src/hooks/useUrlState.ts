import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/**
 * State that lives in the URL, so that a view can be pasted into a chat.
 * An empty value removes the parameter.
 *
 * @param name - of the search parameter
 */
export function useUrlState(name: string): [string, (value: string) => void] {
  const [params, setParams] = useSearchParams();
  const setValue = useCallback(
    (value: string) =>
      setParams(
        before => {
          const after = new URLSearchParams(before);
          if (value) {
            after.set(name, value);
          } else {
            after.delete(name);
          }
          return after;
        },
        { replace: true },
      ),
    [name, setParams],
  );
  return [params.get(name) ?? '', setValue];
}

/** A set of names in the URL, for example the rows that are open. */
export function useUrlSet(name: string) {
  const [value, setValue] = useUrlState(name);
  return useMemo(() => {
    const members = value ? value.split(',').map(decodeURIComponent) : [];
    const replace = (after: string[]) =>
      setValue(after.map(encodeURIComponent).join(','));
    const toggle = (member: string) =>
      replace(
        members.includes(member)
          ? members.filter(other => other !== member)
          : [...members, member],
      );
    return {
      members,
      has: (member: string) => members.includes(member),
      toggle,
      replace,
    };
  }, [value, setValue]);
}
