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
  {
    description:
      'Propose to take the files of a drained cluster out of the repository',
    example: stringify({
      steps: [
        {
          id: 'change',
          action: 'clusters:change',
          name: 'Open the pull request',
          input: {
            cluster: 'payments-dev',
            operation: 'decommission',
            spec: {
              ...exampleSpec,
              spec: {
                ...exampleSpec.spec,
                decommission: { stage: 'draining' },
              },
            },
            removal: { confirmedGone: 'terraform destroy ended on 1 March' },
          },
        },
      ],
    }),
  },
];
