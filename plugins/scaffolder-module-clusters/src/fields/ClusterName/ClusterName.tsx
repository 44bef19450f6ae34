import { Text, TextField } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { collectClusterFormIssues } from '@clusterworks/plugin-clusters-spec';
import { clusterFormTranslationRef } from '../../translation';
import { FieldSurface } from '../FieldSurface';
import { useTakenName } from './useTakenName';

/** The name of the cluster, with its problems while typing. */
export function ClusterName(props: FieldExtensionComponentProps<string>) {
  const { formData: name = '' } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const isReported = (props.rawErrors ?? []).length > 0;
  const [issue] = name
    ? collectClusterFormIssues({ name }).filter(({ field }) => field === 'name')
    : [];
  const isTaken = useTakenName(name, issue === undefined);
  const problem =
    issue?.message ?? (isTaken ? t('name.taken', { name }) : undefined);
  return (
    <FieldSurface>
      <TextField
        label={t('name.label')}
        description={t('name.description')}
        value={name}
        onChange={value => props.onChange(value || undefined)}
        isRequired={props.required}
        isDisabled={props.disabled}
        isInvalid={isReported || problem !== undefined}
        // The form reports problems itself, all at once.
        validationBehavior="aria"
        autoComplete="off"
      />
      {problem && !isReported && (
        <Text as="p" variant="body-small" color="danger" role="status">
          {problem}
        </Text>
      )}
    </FieldSurface>
  );
}
