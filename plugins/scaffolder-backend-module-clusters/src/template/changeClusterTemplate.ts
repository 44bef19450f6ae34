import { stringify } from 'yaml';
import { followLink } from './followLink';
import { tokenOptions, type UserToken } from './UserToken';

const HEADER = `# Generated, do not edit:
# yarn workspace @clusterworks/plugin-scaffolder-backend-module-clusters generate:template
`;

/**
 * The template Change a cluster, as an entity; pages of clusters open it.
 *
 * @param userToken - set where the form has to ask for the user's token
 */
export function changeClusterTemplate(userToken?: UserToken) {
  const proposal = 'steps.change.output';
  const change = 'parameters.change';
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: {
      name: 'change-cluster',
      title: 'Change a cluster',
      description:
        'A change of a cluster that exists, as one pull request to the platform repository. Open it from the page of the cluster.',
      tags: ['kubernetes', 'aws', 'cilium', 'karpenter'],
    },
    spec: {
      owner: 'group:default/platform',
      type: 'kubernetes-cluster',
      parameters: [
        {
          title: 'Change',
          required: ['change'],
          properties: {
            change: {
              title: 'What changes',
              type: 'object',
              'ui:field': 'ClusterChange',
              // The field knows the repository of the cluster.
              ...tokenOptions(userToken && {}),
            },
          },
        },
        {
          title: 'Preview',
          properties: {
            review: {
              title: 'What the pull request will hold',
              type: 'string',
              'ui:field': 'ClusterChangeReview',
            },
          },
        },
      ],
      steps: [
        {
          id: 'change',
          name: 'Open the pull request',
          action: 'clusters:change',
          input: {
            cluster: `\${{ ${change}.cluster }}`,
            operation: `\${{ ${change}.operation }}`,
            spec: `\${{ ${change}.spec }}`,
            version: `\${{ ${change}.version }}`,
            continueOpen: `\${{ ${change}.continueOpen }}`,
            removal: `\${{ ${change}.removal }}`,
            overlapAcknowledgement: `\${{ ${change}.overlapAcknowledgement }}`,
            token: '${{ secrets.USER_OAUTH_TOKEN }}',
          },
        },
      ],
      output: {
        links: [
          {
            if: `\${{ ${proposal}.pullRequestUrl }}`,
            title: 'Pull request',
            icon: 'github',
            url: `\${{ ${proposal}.pullRequestUrl }}`,
          },
          followLink(`${proposal}.pullRequestUrl`),
          {
            title: 'The cluster',
            icon: 'catalog',
            entityRef: `resource:default/\${{ ${change}.cluster }}`,
          },
        ],
      },
    },
  };
}

/** The text of `templates/change-cluster/template.yaml`. */
export function changeClusterTemplateYaml(): string {
  return HEADER + stringify(changeClusterTemplate(), { lineWidth: 0 });
}
