import { createContext, useContext } from 'react';

const ReadOnlyContext = createContext(false);

/** Everything within shows what was, and changes nothing. */
export const ReadOnly = ReadOnlyContext.Provider;

/** Whether nothing can be changed here, whatever the user may do. */
export function useReadOnly(): boolean {
  return useContext(ReadOnlyContext);
}
