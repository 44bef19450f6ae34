/**
 * The same form fields for apps of the older frontend system.
 *
 * @packageDocumentation
 */
import { createPlugin } from '@backstage/core-plugin-api';
import {
  createScaffolderFieldExtension,
  ScaffolderFieldExtensions,
} from '@backstage/plugin-scaffolder-react';
import type { FieldDefinition } from './fields/defineField';
import { legacyField } from './legacyField';

export { clusterFormTranslationRef } from './translation';

const plugin = createPlugin({ id: 'scaffolder-module-clusters' });

function provide(name: string, load: () => Promise<FieldDefinition>) {
  const Field = plugin.provide(
    createScaffolderFieldExtension(legacyField(name, load)),
  );
  return <Field />;
}

/**
 * All fields of our templates, to put below the route of `ScaffolderPage`. They
 * are an element, not a component, because the scaffolder does not look into
 * components for fields.
 *
 * @public
 */
export const clusterFieldExtensions: JSX.Element = (
  <ScaffolderFieldExtensions>
    {provide('ClusterName', () =>
      import('./fields/ClusterName').then(m => m.clusterNameField),
    )}
    {provide('ClusterCidr', () =>
      import('./fields/ClusterCidr').then(m => m.clusterCidrField),
    )}
    {provide('ClusterOverlap', () =>
      import('./fields/ClusterOverlap').then(m => m.clusterOverlapField),
    )}
    {provide('ClusterVersions', () =>
      import('./fields/ClusterVersions').then(m => m.clusterVersionsField),
    )}
    {provide('ClusterNodePools', () =>
      import('./fields/ClusterNodePools').then(m => m.clusterNodePoolsField),
    )}
    {provide('ClusterEnvironment', () =>
      import('./fields/ClusterChoice').then(m => m.clusterEnvironmentField),
    )}
    {provide('ClusterRegion', () =>
      import('./fields/ClusterChoice').then(m => m.clusterRegionField),
    )}
    {provide('ClusterOwner', () =>
      import('./fields/ClusterChoice').then(m => m.clusterOwnerField),
    )}
    {provide('ClusterSystem', () =>
      import('./fields/ClusterChoice').then(m => m.clusterSystemField),
    )}
    {provide('ClusterDescription', () =>
      import('./fields/ClusterDescription').then(
        m => m.clusterDescriptionField,
      ),
    )}
    {provide('ClusterOptions', () =>
      import('./fields/ClusterOptions').then(m => m.clusterOptionsField),
    )}
    {provide('ClusterPreview', () =>
      import('./fields/ClusterPreview').then(m => m.clusterPreviewField),
    )}
    {provide('ClusterChange', () =>
      import('./fields/ClusterChange').then(m => m.clusterChangeField),
    )}
    {provide('ClusterChangeReview', () =>
      import('./fields/ClusterChangeReview').then(
        m => m.clusterChangeReviewField,
      ),
    )}
    {provide('PlatformRepository', () =>
      import('./fields/PlatformRepository').then(
        m => m.platformRepositoryField,
      ),
    )}
  </ScaffolderFieldExtensions>
);
