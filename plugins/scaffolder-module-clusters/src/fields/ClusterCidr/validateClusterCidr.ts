import type { ApiHolder } from '@backstage/core-plugin-api';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import type { LedgerResponse } from '@clusterworks/plugin-clusters-common';
import { formatCidr, tryParseCidr } from '@clusterworks/plugin-clusters-spec';
import { addFieldIssues } from '../addFieldIssues';
import { knownAnswer } from '../knownAnswers';
import { textOf } from '../textOf';
import { addressBlocks, type AddressBlock } from './addressBlocks';
import { clashesWith, mayBeSameVpc } from './clashesWith';
import { overlapWords } from './overlapWords';
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
  const t = textOf(apiHolder);
  const mine = typeof name === 'string' && name ? name : undefined;
  if (!t) {
    return `${value} overlaps ${formatCidr(block.cidr)} of ${block.name}`;
  }
  const words = overlapWords(t, value, mine ?? t('cidr.chosenHere'), block);
  const { pullRequest } = block;
  return pullRequest ? `${words} ${pullRequest.title}` : words;
}

/**
 * Refuses a range that the spec refuses, and one that shares addresses with
 * another cluster, unless the installation allows that and the form says why.
 * Two clusters in one VPC have the same range, which the server decides.
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
  const cidr = tryParseCidr(vpcCidr);
  const clashes = clashesWith(vpcCidr, addressBlocks(ledger), values.name);
  for (const block of clashes) {
    if (cidr && !mayBeSameVpc(cidr, block)) {
      errors.addError(describe(vpcCidr, values.name, block, apiHolder));
    }
  }
};
