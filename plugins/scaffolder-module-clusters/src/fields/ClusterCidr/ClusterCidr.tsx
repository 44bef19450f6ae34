import { useEffect, useRef } from 'react';
import { Button, Text, TextField } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import {
  describeCidrProblem,
  formatCidr,
} from '@clusterworks/plugin-clusters-spec';
import { clusterFormTranslationRef } from '../../translation';
import { FieldSurface } from '../FieldSurface';
import { AddressMap } from './AddressMap';
import { overlapping, proposeBlock, type TakenBlock } from './takenBlocks';
import { useTakenBlocks } from './useTakenBlocks';
import styles from './ClusterCidr.module.css';

function OverlapNote(props: { value: string; taken: TakenBlock[] }) {
  const { value, taken } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  if (!value || describeCidrProblem(value)) {
    return null;
  }
  const clashes = overlapping(value, taken);
  if (clashes.length === 0) {
    return (
      <Text as="p" variant="body-small" color="secondary" role="status">
        {t('cidr.free', { cidr: value })}
      </Text>
    );
  }
  return (
    <div role="status">
      {clashes.map(({ cidr, owner }) => (
        <Text
          key={`${cidr.first} ${owner}`}
          as="p"
          variant="body-small"
          color="warning"
        >
          <span aria-hidden="true">▲ </span>
          {t('cidr.overlap', { cidr: value, taken: formatCidr(cidr), owner })}
        </Text>
      ))}
    </div>
  );
}

function TakenTable(props: { taken: TakenBlock[] }) {
  const { taken } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  return (
    <details className={styles.details}>
      <summary>{t('cidr.taken', { count: taken.length })}</summary>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('cidr.cidr')}</th>
            <th scope="col">{t('cidr.cluster')}</th>
          </tr>
        </thead>
        <tbody>
          {taken.map(({ cidr, owner }) => (
            <tr key={`${cidr.first}/${cidr.prefix} ${owner}`}>
              <th scope="row">{formatCidr(cidr)}</th>
              <td>{owner}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/**
 * The address block of the cluster: shows what the fleet has taken, fills in
 * the next free block, and warns of an overlap.
 */
export function ClusterCidr(props: FieldExtensionComponentProps<string>) {
  const { formData, onChange } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const { taken, failed } = useTakenBlocks();
  const proposal = taken && proposeBlock(taken);
  const value = formData ?? '';

  // Filled in once only: a user who empties the field wants it empty.
  const proposed = useRef(false);
  useEffect(() => {
    if (proposal && !proposed.current) {
      proposed.current = true;
      if (formData === undefined) {
        onChange(proposal);
      }
    }
  }, [proposal, formData, onChange]);

  const clashes = taken ? overlapping(value, taken) : [];
  return (
    <FieldSurface>
      <div className={styles.field}>
        <TextField
          label={props.schema.title ?? t('cidr.label')}
          description={props.schema.description ?? t('cidr.description')}
          value={value}
          onChange={text => onChange(text.trim() || undefined)}
          isRequired={props.required}
          isDisabled={props.disabled}
          isInvalid={(props.rawErrors ?? []).length > 0}
          validationBehavior="aria"
          autoComplete="off"
        />
        {taken && <OverlapNote value={value} taken={taken} />}
        {failed && (
          <Text as="p" variant="body-small" color="warning" role="status">
            {t('cidr.unknown')}
          </Text>
        )}
        {proposal && (clashes.length > 0 || value === '') && (
          <div>
            <Button
              size="small"
              variant="secondary"
              onPress={() => onChange(proposal)}
            >
              {t('cidr.propose', { cidr: proposal })}
            </Button>
          </div>
        )}
        {taken && <AddressMap taken={taken} chosen={value} />}
        {taken && taken.length > 0 && <TakenTable taken={taken} />}
      </div>
    </FieldSurface>
  );
}
