import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { TextField } from '@backstage/ui';
import { clusterFormTranslationRef } from '../../translation';
import { FieldSurface } from '../FieldSurface';
import { useUserToken } from '../useUserToken';

/** The page of a repository, written to its end. */
const PAGE = /^https:\/\/[^/\s]+\/[^/\s]+\/[^/\s]+$/;

/**
 * The platform repository to write to, which the configuration may decide
 * alone; asks for the user's token where the template wants one.
 */
export function PlatformRepository(
  props: FieldExtensionComponentProps<string>,
) {
  const { formData, onChange } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  useUserToken(
    formData && PAGE.test(formData) ? formData : undefined,
    props.uiSchema,
  );
  return (
    <FieldSurface>
      <TextField
        label={props.schema.title ?? t('repository.label')}
        description={props.schema.description ?? t('repository.description')}
        value={formData ?? ''}
        onChange={text => onChange(text.trim() || undefined)}
        isRequired={props.required}
        isDisabled={props.disabled}
        isInvalid={(props.rawErrors ?? []).length > 0}
        validationBehavior="aria"
        autoComplete="off"
      />
    </FieldSurface>
  );
}
