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
 * `ClusterCidr`, `ClusterOverlap`, `ClusterVersions`, `ClusterNodePools` and
 * `ClusterPreview`;
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
    clusterPreview,
    clusterChange,
    clusterChangeReview,
    platformRepository,
  ],
});
