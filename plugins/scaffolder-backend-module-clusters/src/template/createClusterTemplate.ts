import { stringify } from 'yaml';
import {
  type ClusterFormOptions,
  clusterFormParameters,
} from './clusterFormParameters';
import { followLink } from './followLink';

const HEADER = `# Generated from the schema of the cluster spec, do not edit:
# yarn workspace @clusterworks/plugin-scaffolder-backend-module-clusters generate:template
`;

/**
 * The template Create Cluster, as an entity.
 *
 * @param options - what an installation decides about the form
 */
export function createClusterTemplate(options?: ClusterFormOptions) {
  const pullRequest = "steps['pull-request'].output";
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: {
      name: 'create-cluster',
      title: 'Create Cluster',
      description:
        'A Kubernetes cluster on AWS with Cilium and Karpenter, as one pull request to the platform repository',
      tags: ['kubernetes', 'aws', 'cilium', 'karpenter'],
    },
    spec: {
      owner: 'group:default/platform',
      type: 'kubernetes-cluster',
      parameters: clusterFormParameters(options),
      steps: [
        {
          id: 'spec',
          name: 'Read the form',
          action: 'clusters:spec',
          input: { values: '${{ parameters }}' },
        },
        {
          id: 'validate',
          name: 'Check the cluster',
          action: 'clusters:validate',
          input: {
            spec: '${{ steps.spec.output.spec }}',
            overlapAcknowledgement: '${{ parameters.overlapAcknowledgement }}',
          },
        },
        {
          id: 'render',
          name: 'Render the files',
          action: 'clusters:render',
          input: { spec: '${{ steps.spec.output.spec }}' },
        },
        {
          id: 'pull-request',
          name: 'Open the pull request',
          action: 'clusters:pull-request',
          input: {
            spec: '${{ steps.spec.output.spec }}',
            overlapAcknowledgement: '${{ parameters.overlapAcknowledgement }}',
            token: '${{ secrets.USER_OAUTH_TOKEN }}',
          },
        },
      ],
      output: {
        links: [
          {
            if: `\${{ ${pullRequest}.pullRequestUrl }}`,
            title: 'Pull request',
            icon: 'github',
            url: `\${{ ${pullRequest}.pullRequestUrl }}`,
          },
          // The catalog has no such cluster before the merge.
          followLink(`${pullRequest}.pullRequestUrl`),
        ],
        text: [
          {
            title: 'What happens next',
            icon: 'docs',
            content: `\${{ steps.validate.output.summary }}

Review and merge the pull request. *Follow this change* shows how far it is, until the cluster is healthy.
`,
          },
        ],
      },
    },
  };
}

/** The text of `templates/create-cluster/template.yaml`. */
export function createClusterTemplateYaml(): string {
  return HEADER + stringify(createClusterTemplate(), { lineWidth: 0 });
}
