import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Prepare or update the platform repository',
    example: stringify({
      steps: [
        {
          id: 'platform',
          action: 'clusters:platform',
          name: 'Open the pull request',
          input: { repository: 'https://github.com/acme/platform' },
        },
      ],
    }),
  },
];
