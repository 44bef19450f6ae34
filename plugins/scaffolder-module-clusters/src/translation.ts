import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** All text of the Create Cluster form fields. */
export const clusterFormTranslationRef = createTranslationRef({
  id: 'scaffolder.module.clusters',
  messages: {
    name: {
      label: 'Cluster name',
      description:
        'Unique in the fleet, at most 32 lower-case letters, digits and dashes. It cannot be changed later.',
      taken: '"{{name}}" is the name of a cluster already',
    },
    cidr: {
      label: 'VPC CIDR',
      description: 'A private network, /16 to /22, that no other cluster uses.',
      picture: 'Address blocks of the fleet in {{range}}',
      block: '{{cidr}} {{owner}}',
      chosen: '{{cidr}} this cluster',
      overlap:
        '{{cidr}} overlaps {{taken}} of {{owner}}: the two could never be connected.',
      free: '{{cidr}} is free in the whole fleet.',
      propose: 'Use the next free block, {{cidr}}',
      unknown:
        'The blocks of other clusters could not be read, so overlaps were not checked.',
      taken_one: '1 block is taken',
      taken_other: '{{count}} blocks are taken',
      cluster: 'Cluster',
      cidr: 'Block',
    },
    versions: {
      label: 'Versions',
      description:
        'One set that is tested together. Single versions can be changed later in cluster.yaml.',
      set: 'Kubernetes {{kubernetes}} · Karpenter {{karpenter}} · Cilium {{cilium}}',
      support: 'Standard support of Kubernetes {{minor}} until {{date}}.',
    },
    pools: {
      label: 'Node pools',
      description:
        'What Karpenter may launch. Empty fields take the default that is shown.',
      pool: 'Pool {{number}}',
      preset: 'Kind',
      presets: {
        general: 'General',
        gpu: 'GPU',
        custom: 'Custom',
      },
      name: 'Pool name',
      cpuLimit: 'Limit, vCPU',
      memoryLimit: 'Limit, memory',
      gpuLimit: 'Limit, GPUs',
      families: 'Instance families',
      familiesHint: 'Separated by spaces, for example g5 p5',
      categories: 'Instance categories',
      categoriesHint: 'Separated by spaces, for example m c r',
      capacity: 'Capacity',
      spot: 'Spot',
      onDemand: 'On-demand',
      preferOnDemand: 'Try on-demand first, spot as the fallback',
      order: {
        spotFirst: 'Karpenter takes spot where it can, else on-demand.',
        onDemandFirst:
          'Two pools: on-demand is tried first, spot when there is none.',
        spot: 'Spot only: nodes can be taken away with two minutes notice.',
        onDemand: 'On-demand only.',
      },
      add: 'Add a pool',
      remove: 'Remove pool {{name}}',
    },
    preview: {
      loading: 'Rendering the files',
      problems_one: 'One value must be corrected before this can be created',
      problems_other:
        '{{count}} values must be corrected before this can be created',
      failed: 'The preview could not be made: {{reason}}',
      retry: 'Try again',
      warnings: 'Good to know',
      files_one: '1 file',
      files_other: '{{count}} files',
      touch:
        'The pull request writes these files; files that are the same in the repository are left alone.',
      ownFiles: 'This cluster',
      sharedFiles: 'Shared by all clusters',
      tree: 'Files that will be written',
      content: 'Content of {{path}}',
      blocked: 'The preview shows what must be corrected',
    },
  },
});
