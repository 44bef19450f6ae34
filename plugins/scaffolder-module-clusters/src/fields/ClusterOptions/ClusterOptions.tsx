import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import {
  clusterSpecDocumentFromForm,
  collectClusterSpecIssues,
  type Mapping,
  newClusterDefaults,
} from '@clusterworks/plugin-clusters-spec';
import { useMemo } from 'react';
import { clusterFormTranslationRef } from '../../translation';
import { FieldSurface } from '../FieldSurface';
import { formDataOf } from '../formDataOf';
import { SpecTopics } from '../SpecFields';

/**
 * Everything of a new cluster that is not asked for first. Its value is a part
 * of `spec`, and holds only what somebody has set.
 */
export function ClusterOptions(props: FieldExtensionComponentProps<Mapping>) {
  const { formData = {}, onChange } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  // The object is new at every render, so its JSON text is compared.
  const values = JSON.stringify({
    ...formDataOf(props.formContext),
    options: formData,
  });
  const { fallback, issues } = useMemo(() => {
    const document = clusterSpecDocumentFromForm(JSON.parse(values));
    return {
      fallback: newClusterDefaults(document),
      issues: collectClusterSpecIssues(document),
    };
  }, [values]);
  return (
    <FieldSurface>
      <Text as="h3" variant="title-x-small">
        {t('options.label')}
      </Text>
      <Text as="p" variant="body-small" color="secondary">
        {t('options.hint')}
      </Text>
      <SpecTopics
        {...{ fallback, issues }}
        value={formData}
        onChange={next => onChange(next)}
      />
    </FieldSurface>
  );
}
