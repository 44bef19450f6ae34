import {
  type FieldExtensionComponentProps,
  makeFieldSchema,
} from '@backstage/plugin-scaffolder-react';
import { addFieldIssues } from '../addFieldIssues';
import { defineField } from '../defineField';
import { ClusterChoice } from './ClusterChoice';
import type { ChoiceName } from './useChoices';

function choiceField(fieldName: string, name: ChoiceName) {
  return defineField({
    name: fieldName,
    component: (props: FieldExtensionComponentProps<string>) => (
      <ClusterChoice {...props} name={name} />
    ),
    validation: (value, errors, { formData }) =>
      addFieldIssues(name, { ...formData, [name]: value }, errors),
    schema: makeFieldSchema({ output: z => z.string() }),
  });
}

/** `ui:field: ClusterEnvironment`. */
export const clusterEnvironmentField = choiceField(
  'ClusterEnvironment',
  'environment',
);
/** `ui:field: ClusterRegion`. */
export const clusterRegionField = choiceField('ClusterRegion', 'region');
/** `ui:field: ClusterOwner`. */
export const clusterOwnerField = choiceField('ClusterOwner', 'owner');
/** `ui:field: ClusterSystem`. */
export const clusterSystemField = choiceField('ClusterSystem', 'system');
