import { TextField } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { clusterFormTranslationRef } from '../../translation';
import { FieldSurface } from '../FieldSurface';

/** One line for people that says what the cluster is for. */
export function ClusterDescription(
  props: FieldExtensionComponentProps<string>,
) {
  const { t } = useTranslationRef(clusterFormTranslationRef);
  return (
    <FieldSurface>
      <TextField
        label={t('choice.description')}
        value={props.formData ?? ''}
        onChange={value => props.onChange(value || undefined)}
        isDisabled={props.disabled}
        isInvalid={(props.rawErrors ?? []).length > 0}
        validationBehavior="aria"
        autoComplete="off"
      />
    </FieldSurface>
  );
}
