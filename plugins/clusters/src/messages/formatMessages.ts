/** Text of numbers and times. */
export const formatMessages = {
  format: {
    /** BCP 47: numbers, dates and times are printed as in this language. */
    locale: 'en-GB',
    atLeast: 'at least {{number}}',
    atMost: 'at most {{number}}',
    about: 'about {{number}}',
    unknown: 'unknown: {{reason}}',
    why: {
      noCiliumNodes: 'there are no CiliumNodes',
      ipamMode: 'IPAM mode is {{mode}}, not eni',
      noEniNode: 'no CiliumNode is in ENI mode',
      unseenSubnet: 'no node shows how large subnet {{subnet}} is',
      noSubnet: 'no node shows its subnet',
      noBlock: 'the block of the subnet is not known',
      refused_one: 'EC2 gives 1 of its nodes no address',
      refused_other: 'EC2 gives {{count, number}} of its nodes no address',
      oneLook: 'one look does not show how fast it shrinks',
      shortTrend:
        'its trend needs a day, and has been seen for {{hours, number}} h',
      lastsLong: 'it has not shrunk enough in the last week to run out',
      noUse: 'the agent has not reported what it uses',
      noUseBySubnet: 'nodes do not say which of their interfaces is in use',
      noLimits: 'limits of {{instanceType}} are not known',
      noInstanceType: 'the instance type is not known',
      noPoolStatus: 'Karpenter has not written the status of this pool yet',
      noStatus: 'the controller has not written a status yet',
      noNodes: 'there are no nodes',
      noKarpenterNodes: 'Karpenter has no nodes',
      noCapacityType: 'nodes do not say how they were bought',
      noWorkload: 'no workload has several pods',
      noNodeUp: 'no node has come up yet',
      nothingToShare: 'there is nothing to share',
    },
    resources: {
      cpu: 'vCPU',
      memory: 'Memory',
      storage: 'Ephemeral storage',
      nodes: 'Nodes',
      gpu: 'NVIDIA GPUs',
    },
  },
} as const;
