import type { ApiHolder } from '@backstage/core-plugin-api';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import type { LedgerResponse } from '@clusterworks/plugin-clusters-common';
import { formatCidr } from '@clusterworks/plugin-clusters-spec';
import { addFieldIssues } from '../addFieldIssues';
import { knownAnswer } from '../knownAnswers';
import { textOf } from '../textOf';
import { addressBlocks, type AddressBlock } from './addressBlocks';
import { clashesWith } from './clashesWith';
import { LEDGER } from './useAddresses';

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
export const validateClusterCidr: CustomFieldValidator<string> = (
  vpcCidr,
  errors,
  { formData, apiHolder },
) => {
  const values = (formData ?? {}) as Record<string, unknown>;
  addFieldIssues('vpcCidr', { ...values, vpcCidr }, errors);
  // Without an answer the form goes on; the preview checks the range again.
  const ledger = knownAnswer<LedgerResponse>(apiHolder, LEDGER);
  if (
    !vpcCidr ||
    !ledger ||
    isAcknowledged(ledger, values.overlapAcknowledgement)
  ) {
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
