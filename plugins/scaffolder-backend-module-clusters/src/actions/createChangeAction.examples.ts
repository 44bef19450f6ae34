import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';
import { exampleSpec } from './exampleSpec';

export const examples: TemplateExample[] = [
  {
    description: 'Propose a change of a cluster that exists',
    example: stringify({
      steps: [
        {
          id: 'change',
          action: 'clusters:change',
          name: 'Open the pull request',
          input: {
            cluster: 'payments-dev',
            operation: 'edit',
            spec: exampleSpec,
          },
        },
      ],
    }),
  },
];
