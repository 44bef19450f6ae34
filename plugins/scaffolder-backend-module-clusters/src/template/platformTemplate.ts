import { stringify } from 'yaml';
import { tokenOptions, type UserToken } from './UserToken';

const HEADER = `# Generated, do not edit:
# yarn workspace @clusterworks/plugin-scaffolder-backend-module-clusters generate:template
`;

/**
 * The template Prepare or update the platform repository, as an entity.
 *
 * @param userToken - set where the form has to ask for the user's token
 */
export function platformTemplate(userToken?: UserToken) {
  const proposal = 'steps.platform.output';
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: {
      name: 'platform-repository',
      title: 'Prepare or update the platform repository',
      description:
        'Workflows that plan and apply clusters, and the files that all clusters share, as one pull request. For a new repository, and after an update of the portal.',
      tags: ['kubernetes', 'aws', 'cilium', 'karpenter'],
    },
    spec: {
      owner: 'group:default/platform',
      type: 'kubernetes-cluster',
      parameters: [
        {
          title: 'Repository',
          properties: {
            repository: {
              title: 'Platform repository',
              description:
                'Its page, such as https://github.com/acme/platform; needed only if the configuration names several',
              type: 'string',
              maxLength: 500,
              'ui:field': 'PlatformRepository',
              ...tokenOptions(userToken),
            },
          },
        },
      ],
      steps: [
        {
          id: 'platform',
          name: 'Open the pull request',
          action: 'clusters:platform',
          input: {
            repository: '${{ parameters.repository }}',
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
        ],
        text: [
          {
            title: 'Result',
            icon: 'docs',
            content: `{% if ${proposal}.changed %}The pull request changes \${{ ${proposal}.files.length }} files.{% else %}The repository is up to date.{% endif %}
{% for line in ${proposal}.effects %}
- \${{ line }}{% endfor %}
{% for line in ${proposal}.left %}
- Left as it is: \${{ line }}{% endfor %}

README.md of the repository says what has to be set up once for the workflows.
`,
          },
        ],
      },
    },
  };
}

/** The text of `templates/platform-repository/template.yaml`. */
export function platformTemplateYaml(): string {
  return HEADER + stringify(platformTemplate(), { lineWidth: 0 });
}
