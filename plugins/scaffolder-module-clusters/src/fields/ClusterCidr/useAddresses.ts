import { useMemo } from 'react';
import useAsync from 'react-use/esm/useAsync';
import type { LedgerResponse } from '@clusterworks/plugin-clusters-common';
import { useClustersClient } from '../useClustersClient';
import { addressBlocks, type AddressBlock } from './addressBlocks';

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
  const client = useClustersClient();
  const { value, error } = useAsync(() => client.getLedger(), [client]);
  const addresses = useMemo(
    () => value && { ledger: value, blocks: addressBlocks(value) },
    [value],
  );
  return { addresses, failed: error !== undefined };
}
