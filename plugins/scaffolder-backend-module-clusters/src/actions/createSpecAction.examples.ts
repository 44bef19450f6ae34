import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'The spec of a small cluster, from the values of the form',
    example: stringify({
      steps: [
        {
          id: 'spec',
          action: 'clusters:spec',
          name: 'Read the form',
          input: {
            values: {
              name: 'payments-dev',
              owner: 'group:default/payments',
              environment: 'dev',
              region: 'eu-west-1',
              vpcCidr: '10.40.0.0/16',
              nodePools: [{ preset: 'general', cpuLimit: '200' }],
            },
          },
        },
      ],
    }),
  },
];
