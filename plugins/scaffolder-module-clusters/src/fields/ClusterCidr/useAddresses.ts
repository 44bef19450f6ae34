import { useApiHolder } from '@backstage/core-plugin-api';
import { useMemo } from 'react';
import useAsync from 'react-use/esm/useAsync';
import type { LedgerResponse } from '@clusterworks/plugin-clusters-common';
import { rememberAnswer } from '../knownAnswers';
import { useClustersClient } from '../useClustersClient';
import { addressBlocks, type AddressBlock } from './addressBlocks';

/** What the ledger is remembered by. */
export const LEDGER = 'ledger';

/** The addresses of the fleet, as far as the reader may see them. */
export type Addresses = {
  blocks: AddressBlock[];
  ledger: LedgerResponse;
};

/** `undefined` while they are read, or when they cannot be. */
export function useAddresses(): {
  addresses: Addresses | undefined;
  failed: boolean;
} {
  const apiHolder = useApiHolder();
  const client = useClustersClient();
  const { value, error } = useAsync(async () => {
    const ledger = await client.getLedger();
    rememberAnswer(apiHolder, LEDGER, ledger);
    return ledger;
  }, [apiHolder, client]);
  const addresses = useMemo(
    () => value && { ledger: value, blocks: addressBlocks(value) },
    [value],
  );
  return { addresses, failed: error !== undefined };
}
