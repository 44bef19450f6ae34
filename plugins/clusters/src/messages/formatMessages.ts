/** Text of numbers and times. */
export const formatMessages = {
  format: {
    /** BCP 47: numbers, dates and times are printed as in this language. */
    locale: 'en-GB',
    atLeast: 'at least {{number}}',
    atMost: 'at most {{number}}',
    about: 'about {{number}}',
    unknown: 'unknown: {{reason}}',
    resources: {
      cpu: 'vCPU',
      memory: 'Memory',
      storage: 'Ephemeral storage',
      nodes: 'Nodes',
      gpu: 'NVIDIA GPUs',
    },
  },
} as const;
