import { useApiHolder } from '@backstage/core-plugin-api';
import { useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import useDebounce from 'react-use/esm/useDebounce';
import { rememberAnswer } from '../knownAnswers';
import { useClustersClient } from '../useClustersClient';

/** A pause in typing after which the backend is asked. */
const PAUSE_MS = 250;

/** What the answer for a name is remembered by. */
export const nameKey = (name: string) => `name ${name}`;

/** Whether a cluster has the name, once it is known. */
export function useTakenName(name: string, isValid: boolean): boolean {
  const apiHolder = useApiHolder();
  const client = useClustersClient();
  const [asked, setAsked] = useState('');
  useDebounce(() => setAsked(isValid ? name : ''), PAUSE_MS, [name, isValid]);
  const { value } = useAsync(async () => {
    if (!asked) {
      return undefined;
    }
    const { items } = await client.getFleet({ filter: `name:${asked}` });
    const isTaken = items.some(row => row.name === asked);
    rememberAnswer(apiHolder, nameKey(asked), isTaken);
    return { name: asked, isTaken };
  }, [apiHolder, client, asked]);
  return value?.name === name && value.isTaken;
}
