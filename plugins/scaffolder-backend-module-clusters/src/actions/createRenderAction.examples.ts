import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';
import { exampleSpec } from './exampleSpec';

export const examples: TemplateExample[] = [
  {
    description: 'Render a cluster into the workspace',
    example: stringify({
      steps: [
        {
          id: 'render',
          action: 'clusters:render',
          name: 'Render the files',
          input: { spec: exampleSpec },
        },
      ],
    }),
  },
  {
    description: 'Render a cluster into a folder of the workspace',
    example: stringify({
      steps: [
        {
          id: 'render',
          action: 'clusters:render',
          name: 'Render the files',
          input: { spec: exampleSpec, targetPath: 'platform' },
        },
      ],
    }),
  },
];
