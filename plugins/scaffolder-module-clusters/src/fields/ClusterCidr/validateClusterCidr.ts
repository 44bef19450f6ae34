import {
  discoveryApiRef,
  fetchApiRef,
  type ApiHolder,
} from '@backstage/core-plugin-api';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import {
  ClustersClient,
  type LedgerResponse,
} from '@clusterworks/plugin-clusters-common';
import { formatCidr } from '@clusterworks/plugin-clusters-spec';
import { addFieldIssues } from '../addFieldIssues';
import { textOf } from '../textOf';
import { addressBlocks, type AddressBlock } from './addressBlocks';
import { clashesWith } from './clashesWith';

/** Validation does not hold up a form for longer. */
const DEADLINE_MS = 10_000;

async function ledgerOf(
  apiHolder: ApiHolder,
): Promise<LedgerResponse | undefined> {
  const discoveryApi = apiHolder.get(discoveryApiRef);
  const fetchApi = apiHolder.get(fetchApiRef);
  if (!discoveryApi || !fetchApi) {
    return undefined;
  }
  const signal = AbortSignal.timeout(DEADLINE_MS);
  // Without the backend the form accepts the range; the action checks it again.
  return new ClustersClient({ discoveryApi, fetchApi })
    .getLedger({ signal })
    .catch(() => undefined);
}

function isAcknowledged(
  { overlapPolicy }: LedgerResponse,
  reason: unknown,
): boolean {
  return (
    overlapPolicy === 'acknowledge' &&
    typeof reason === 'string' &&
    reason.trim() !== ''
  );
}

function describe(
  value: string,
  name: unknown,
  block: AddressBlock,
  apiHolder: ApiHolder,
): string {
  const taken = formatCidr(block.cidr);
  const t = textOf(apiHolder);
  const mine = typeof name === 'string' && name ? name : undefined;
  return (
    t?.('cidr.overlap', {
      ...{ cidr: value, taken, owner: block.name },
      name: mine ?? t('cidr.chosenHere'),
    }) ?? `${value} overlaps ${taken} of ${block.name}`
  );
}

/**
 * Refuses a range that the spec refuses, and one that shares addresses with
 * another cluster, unless the installation allows that and the form says why.
 */
export const validateClusterCidr: CustomFieldValidator<string> = async (
  vpcCidr,
  errors,
  { formData, apiHolder },
) => {
  const values = (formData ?? {}) as Record<string, unknown>;
  addFieldIssues('vpcCidr', { ...values, vpcCidr }, errors);
  const ledger = vpcCidr ? await ledgerOf(apiHolder) : undefined;
  if (!ledger || isAcknowledged(ledger, values.overlapAcknowledgement)) {
    return;
  }
  for (const block of clashesWith(
    vpcCidr,
    addressBlocks(ledger),
    values.name,
  )) {
    errors.addError(describe(vpcCidr, values.name, block, apiHolder));
  }
};
