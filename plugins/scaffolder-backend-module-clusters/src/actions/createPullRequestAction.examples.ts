import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';
import { exampleSpec } from './exampleSpec';

export const examples: TemplateExample[] = [
  {
    description: 'Propose a new cluster to the platform repository',
    example: stringify({
      steps: [
        {
          id: 'pull-request',
          action: 'clusters:pull-request',
          name: 'Open the pull request',
          input: { spec: exampleSpec },
        },
      ],
    }),
  },
  {
    description: 'Propose a change to a cluster that exists',
    example: stringify({
      steps: [
        {
          id: 'pull-request',
          action: 'clusters:pull-request',
          name: 'Open the pull request',
          input: { spec: exampleSpec, operation: 'update' },
        },
      ],
    }),
  },
];
