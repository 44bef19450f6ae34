import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

const clusterName = FormFieldBlueprint.make({
  name: 'cluster-name',
  params: {
    field: () =>
      import('./fields/ClusterName').then(m => m.clusterNameField.field),
  },
});

const clusterCidr = FormFieldBlueprint.make({
  name: 'cluster-cidr',
  params: {
    field: () =>
      import('./fields/ClusterCidr').then(m => m.clusterCidrField.field),
  },
});

const clusterOverlap = FormFieldBlueprint.make({
  name: 'cluster-overlap',
  params: {
    field: () =>
      import('./fields/ClusterOverlap').then(m => m.clusterOverlapField.field),
  },
});

const clusterVersions = FormFieldBlueprint.make({
  name: 'cluster-versions',
  params: {
    field: () =>
      import('./fields/ClusterVersions').then(
        m => m.clusterVersionsField.field,
      ),
  },
});

const clusterNodePools = FormFieldBlueprint.make({
  name: 'cluster-node-pools',
  params: {
    field: () =>
      import('./fields/ClusterNodePools').then(
        m => m.clusterNodePoolsField.field,
      ),
  },
});

const clusterEnvironment = FormFieldBlueprint.make({
  name: 'cluster-environment',
  params: {
    field: () =>
      import('./fields/ClusterChoice').then(
        m => m.clusterEnvironmentField.field,
      ),
  },
});

const clusterRegion = FormFieldBlueprint.make({
  name: 'cluster-region',
  params: {
    field: () =>
      import('./fields/ClusterChoice').then(m => m.clusterRegionField.field),
  },
});

const clusterOwner = FormFieldBlueprint.make({
  name: 'cluster-owner',
  params: {
    field: () =>
      import('./fields/ClusterChoice').then(m => m.clusterOwnerField.field),
  },
});

const clusterSystem = FormFieldBlueprint.make({
  name: 'cluster-system',
  params: {
    field: () =>
      import('./fields/ClusterChoice').then(m => m.clusterSystemField.field),
  },
});

const clusterDescription = FormFieldBlueprint.make({
  name: 'cluster-description',
  params: {
    field: () =>
      import('./fields/ClusterDescription').then(
        m => m.clusterDescriptionField.field,
      ),
  },
});

const clusterOptions = FormFieldBlueprint.make({
  name: 'cluster-options',
  params: {
    field: () =>
      import('./fields/ClusterOptions').then(m => m.clusterOptionsField.field),
  },
});

const clusterPreview = FormFieldBlueprint.make({
  name: 'cluster-preview',
  params: {
    field: () =>
      import('./fields/ClusterPreview').then(m => m.clusterPreviewField.field),
  },
});

const clusterChange = FormFieldBlueprint.make({
  name: 'cluster-change',
  params: {
    field: () =>
      import('./fields/ClusterChange').then(m => m.clusterChangeField.field),
  },
});

const clusterChangeReview = FormFieldBlueprint.make({
  name: 'cluster-change-review',
  params: {
    field: () =>
      import('./fields/ClusterChangeReview').then(
        m => m.clusterChangeReviewField.field,
      ),
  },
});

const platformRepository = FormFieldBlueprint.make({
  name: 'platform-repository',
  params: {
    field: () =>
      import('./fields/PlatformRepository').then(
        m => m.platformRepositoryField.field,
      ),
  },
});

/**
 * Brings the fields of Create Cluster to the scaffolder: `ClusterName`,
 * `ClusterCidr`, `ClusterOverlap`, `ClusterVersions`, `ClusterNodePools`,
 * `ClusterOptions`, `ClusterEnvironment`, `ClusterRegion`, `ClusterOwner`,
 * `ClusterSystem`, `ClusterDescription` and `ClusterPreview`;
 * those of Change a cluster: `ClusterChange` and `ClusterChangeReview`; and
 * that of Prepare or update the platform repository: `PlatformRepository`.
 *
 * @public
 */
export const scaffolderModuleClusters = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [
    clusterName,
    clusterCidr,
    clusterOverlap,
    clusterVersions,
    clusterNodePools,
    clusterEnvironment,
    clusterRegion,
    clusterOwner,
    clusterSystem,
    clusterDescription,
    clusterOptions,
    clusterPreview,
    clusterChange,
    clusterChangeReview,
    platformRepository,
  ],
});
