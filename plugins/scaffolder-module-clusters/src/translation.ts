import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { addressMessages } from './messages/addressMessages';
import { creationMessages } from './messages/creationMessages';
import { fieldMessages } from './messages/fieldMessages';
import { lifecycleMessages } from './messages/lifecycleMessages';
import { outlookMessages } from './messages/outlookMessages';

/**
 * All text of the Create Cluster form fields.
 *
 * @public
 */
export const clusterFormTranslationRef = createTranslationRef({
  id: 'scaffolder.module.clusters',
  messages: {
    format: {
      /** BCP 47: numbers, dates and times are printed as in this language. */
      locale: 'en-GB',
    },
    name: {
      label: 'Cluster name',
      description:
        'Unique in the fleet, at most 32 lower-case letters, digits and dashes. It cannot be changed later.',
      taken: '"{{name}}" is the name of a cluster already',
    },
    ...addressMessages,
    repository: {
      label: 'Platform repository',
      description: 'The page of the repository to write to.',
    },
    versions: {
      label: 'Versions',
      description:
        'One set that is tested together. Single versions can be changed later in cluster.yaml.',
      set: 'Kubernetes {{kubernetes}} · Karpenter {{karpenter}} · Cilium {{cilium}}',
      notNewer: 'Why not {{version}}: {{reason}}',
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
        '{{count, number}} values must be corrected before this can be created',
      failed: 'The preview could not be made: {{reason}}',
      retry: 'Try again',
      warnings: 'Good to know',
      files_one: '1 file',
      files_other: '{{count, number}} files',
      touch:
        'The pull request writes these files; files that are the same in the repository are left alone.',
      ownFiles: 'This cluster',
      sharedFiles: 'Shared by all clusters',
      tree: 'Files of the cluster',
      content: 'Content of {{path}}',
      blocked: 'The preview shows what must be corrected',
    },
    ...creationMessages,
    change: {
      noCluster:
        'Open this from the page of a cluster: its menu says what can be changed.',
      loading: 'Reading the cluster from git',
      unreadable: 'cluster.yaml cannot be read like this',
      failed: 'The cluster could not be read from git: {{reason}}',
      forbidden: 'You may not do this to {{cluster}}.',
      open: 'This cluster has an open change. Another one is refused until it is merged or closed.',
      continue: 'Continue that change',
      continues: 'This continues a change that is open already',
      titles: {
        edit: 'Edit {{cluster}}',
        pool: 'Node pools of {{cluster}}',
        upgrade: 'Upgrade {{cluster}}',
        images: 'Refresh node images of {{cluster}}',
        freeze: 'Freeze disruption in {{cluster}}',
        handover: 'Hand over {{cluster}} to Argo CD',
        decommission: 'Decommission {{cluster}}',
      },
      yaml: 'cluster.yaml',
      yamlHint:
        'As git has it. What you leave alone stays as it is, with its comments; comments that you add here are not taken over.',
      images: 'Release of node images',
      imagesHint:
        'Of all pools. Karpenter replaces the nodes that run another one, within the disruption budgets.',
      imagesNewest: 'The newest that is known, as of {{date}}.',
      imagesTake: 'Take the newest, {{release}}',
      upgrade: 'Where to',
      upgradeHint:
        'One component per pull request; this one takes the first step of the plan.',
      upgradeNone: 'There is no way that the version matrix allows.',
      upgradeThere: 'This cluster is there already.',
      suggested: 'A finding of this cluster suggests these values',
      suggestedByCluster: 'Taken from what runs in this cluster:',
      suggestedByWave: 'A wave suggests these values',
      freezeUntil: 'Until, in UTC',
      freezeUntilHint:
        'For example 2026-12-24T18:00Z. The freeze ends with a pull request that takes it out, not by itself: the page of the cluster says when it is due.',
      freezeReason: 'Reason (optional)',
      freezeFor: 'For {{hours}} h',
      freezeOver: 'This time is over: the freeze is overdue.',
      freezeHint:
        'Every node pool gets a further budget of 0. Nodes that expire, are interrupted or are repaired leave all the same; the preview lists those that expire.',
      freezeEnd: 'End the freeze',
      freezeEnds: 'The freeze is taken out. The pools keep their own budgets.',
    },
    ...fieldMessages,
    ...lifecycleMessages,
    ...outlookMessages,
    blast: {
      title: 'What happens to running nodes',
      none: 'No running node is replaced.',
      noneByKarpenter:
        'Karpenter replaces no running node; what Terraform does stands below.',
      some: 'Karpenter replaces nodes: {{nodes}}.',
      already_one: '1 of them has drifted already.',
      already_other: '{{count, number}} of them have drifted already.',
      unknown: 'It is not known which nodes are replaced: {{reason}}',
      unknownValue: '— ({{reason}})',
      open_one: 'open for 1 node: {{why}}',
      open_other: 'open for {{count, number}} nodes: {{why}}',
      nodes: 'Nodes replaced',
      pods: 'Pods on them',
      held: 'Pods that hold their node',
      holders: 'Which pods, and what frees them',
      time: 'Time, at the budgets of now',
      pace: '{{pool}}: {{nodes}} nodes, {{atOnce}} at once, {{time}}',
      removed:
        'NodePool {{pool}} leaves git; its nodes ({{nodes}}) stay until somebody deletes it',
      behaviour: '{{object}} {{field}}: replaces no node',
      addresses: 'Addresses',
      addressStates: {
        fits: 'enough, as far as it is seen',
        short: 'not enough',
        unknown: 'not known',
        notNeeded: 'none needed',
      },
      room: 'nodes that start first: {{needed}}, room for: {{room}}',
      short:
        'The subnets have no room for the nodes that start before the old ones leave.',
      frozen: 'Disruption is frozen',
      expiring: 'until {{until}}; nodes that expire before: {{nodes}}',
      expires: '{{node}} expires at {{at}} and leaves all the same',
      goAnyway:
        'Nodes that are interrupted or repaired leave all the same; nobody knows them before.',
      terraform: 'Terraform',
      terraformStates: {
        nothing: 'nothing to do',
        inPlace: 'changes in place',
        replaces: 'replaces parts',
        unknown: 'not known, see the plan',
      },
      observed: 'Computed from the running cluster, {{time}}.',
      notObserved: 'The cluster is not observed.',
    },
    review: {
      versions: 'Versions',
      reach: 'Who may reach the API',
      private: 'Inside: nodes, and {{ranges}}',
      public: 'From the internet: {{ranges}}',
      costs: 'What costs from the first hour on',
      controlPlane: 'the control plane of EKS',
      natGateways_one: '1 NAT gateway, and what goes through it',
      natGateways_other:
        '{{count, number}} NAT gateways, and what goes through them',
      systemNodes_one: 'at least 1 system node: {{types}}',
      systemNodes_other: 'at least {{count, number}} system nodes: {{types}}',
      endpoints_one: '1 interface of a VPC endpoint',
      endpoints_other: '{{count, number}} interfaces of VPC endpoints',
      noPrices:
        'Nodes of Karpenter come as pods need them. Prices are not known here.',
      fields: 'Fields that change',
      field: 'Field',
      before: 'Before',
      after: 'After',
      nothing: 'No field changes.',
      files_one: '1 file changes',
      files_other: '{{count, number}} files change',
      untouched_one: '1 other file stays as it is.',
      untouched_other: '{{count, number}} other files stay as they are.',
      changes: { added: 'new', changed: 'changed', removed: 'removed' },
      tooLong: 'The diff is too long to show; the pull request has it.',
      conflicts_one: '1 file was edited by hand where it would change',
      conflicts_other:
        '{{count, number}} files were edited by hand where they would change',
      byHand: 'From line {{line}}, by hand:',
      generated: 'Generated now:',
    },
  },
  // A language is loaded when a reader chooses it. Texts that it lacks are an
  // error of types here.
  translations: { de: () => import('./messages/de') },
});
