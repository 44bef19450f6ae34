import { Button, Select, Text, TextField } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { tryParseCidr } from '@clusterworks/plugin-clusters-spec';
import { clusterFormTranslationRef } from '../../translation';
import { FieldSurface } from '../FieldSurface';
import { formDataOf } from '../formDataOf';
import { textValue } from '../textValue';
import { useFormat } from '../useFormat';
import { blocksIn } from './addressBlocks';
import { LARGEST_PREFIX, SMALLEST_PREFIX } from './boxesOf';
import { AddressNotes, UnknownNote } from './AddressNotes';
import { AddressPicture } from './AddressPicture';
import { AddressTable } from './AddressTable';
import { useAddresses } from './useAddresses';
import { proposalOf, sizeFor, useProposal } from './useProposal';
import styles from './ClusterCidr.module.css';

const SIZES = Array.from(
  { length: SMALLEST_PREFIX - LARGEST_PREFIX + 1 },
  (_, index) => LARGEST_PREFIX + index,
);

function SizeSelect(props: {
  size: number;
  isDisabled?: boolean;
  onChange(size: number): void;
}) {
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const { formatNumber } = useFormat();
  return (
    <Select
      label={t('cidr.size')}
      isDisabled={props.isDisabled}
      value={String(props.size)}
      options={SIZES.map(prefix => ({
        value: String(prefix),
        label: t('cidr.sizeOf', {
          prefix: String(prefix),
          addresses: formatNumber(2 ** (32 - prefix)),
        }),
      }))}
      onChange={key => props.onChange(Number(key))}
    />
  );
}

/**
 * The address block of the cluster: shows the address space of the fleet, fills
 * in the next free block of the size that the environment gets, and says with
 * what a value overlaps.
 */
export function ClusterCidr(props: FieldExtensionComponentProps<string>) {
  const { formData, onChange, disabled: isDisabled } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const { addresses, failed } = useAddresses();
  const value = formData ?? '';
  const isInvalid = (props.rawErrors ?? []).length > 0;
  const name = textValue(formDataOf(props.formContext).name);
  const cidr = tryParseCidr(value);
  const usual = sizeFor(formDataOf(props.formContext).environment, addresses);
  const size = cidr && SIZES.includes(cidr.prefix) ? cidr.prefix : usual;
  useProposal(proposalOf(usual, addresses), formData, onChange);

  const proposal = proposalOf(size, addresses);
  const isTaken =
    cidr && addresses && blocksIn(cidr, addresses.blocks).length > 0;
  return (
    <FieldSurface>
      <div className={styles.field}>
        <div className={styles.inputs}>
          <TextField
            label={t('cidr.label')}
            description={t('cidr.description')}
            value={value}
            onChange={text => onChange(text.trim() || undefined)}
            isRequired={props.required}
            isDisabled={isDisabled}
            isInvalid={isInvalid}
            validationBehavior="aria"
            autoComplete="off"
          />
          {addresses && (
            <SizeSelect
              size={size}
              isDisabled={isDisabled}
              onChange={wanted => onChange(proposalOf(wanted, addresses))}
            />
          )}
        </div>
        {addresses && (
          <AddressNotes
            {...{ value, addresses, name }}
            isReported={isInvalid}
          />
        )}
        {failed && (
          <Text as="p" variant="body-small" color="warning" role="status">
            {t('cidr.unknown')}
          </Text>
        )}
        {proposal && (isTaken || value === '') && (
          <div>
            <Button
              size="small"
              variant="secondary"
              isDisabled={isDisabled}
              onPress={() => onChange(proposal)}
            >
              {t('cidr.propose', { cidr: proposal })}
            </Button>
          </div>
        )}
        {addresses && (
          <>
            <AddressPicture
              {...{ value, size, isDisabled }}
              blocks={addresses.blocks}
              onChoose={onChange}
            />
            <UnknownNote addresses={addresses} />
            <AddressTable
              {...{ size, isDisabled }}
              blocks={addresses.blocks}
              onChoose={onChange}
            />
          </>
        )}
      </div>
    </FieldSurface>
  );
}
