import { useRef } from 'react';

/** The old value stays until there is a new one. */
export function useNewestOf<T>(value: T | undefined): T | undefined {
  const newest = useRef(value);
  if (value !== undefined) {
    newest.current = value;
  }
  return newest.current;
}
