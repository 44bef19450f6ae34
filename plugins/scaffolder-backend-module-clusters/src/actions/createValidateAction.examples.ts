import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';
import { exampleSpec } from './exampleSpec';

export const examples: TemplateExample[] = [
  {
    description: 'Check the spec that an earlier step made',
    example: stringify({
      steps: [
        {
          id: 'validate',
          action: 'clusters:validate',
          name: 'Check the cluster',
          input: { spec: exampleSpec },
        },
      ],
    }),
  },
];
