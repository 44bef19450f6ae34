import { TextField } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { clusterFormTranslationRef } from '../../translation';
import { FieldSurface } from '../FieldSurface';

/** The name of the cluster. */
export function ClusterName(props: FieldExtensionComponentProps<string>) {
  const { t } = useTranslationRef(clusterFormTranslationRef);
  return (
    <FieldSurface>
      <TextField
        label={props.schema.title ?? t('name.label')}
        description={props.schema.description ?? t('name.description')}
        value={props.formData ?? ''}
        onChange={value => props.onChange(value || undefined)}
        isRequired={props.required}
        isDisabled={props.disabled}
        isInvalid={(props.rawErrors ?? []).length > 0}
        // The form reports problems itself, all at once.
        validationBehavior="aria"
        autoComplete="off"
      />
    </FieldSurface>
  );
}
