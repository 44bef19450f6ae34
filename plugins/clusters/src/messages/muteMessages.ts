/** Text about findings of which nobody is told for some time. */
export const muteMessages = {
  mute: {
    open: 'Mute …',
    form: 'Mute: {{title}}',
    reason: 'Why',
    reasonHelp: 'Everybody who sees the cluster reads it.',
    for: 'For',
    submit: 'Mute',
    cancel: 'Cancel',
    failed: 'This could not be muted',
    note: 'Muted until {{until}} by {{by}} on {{at}}:',
    mark: 'muted until {{until}}',
    list: 'Muted findings',
    why: 'Reason',
    by: 'By',
    at: 'Muted on',
    until: 'Ends',
    end: 'Unmute',
    endOf: 'Unmute: {{title}}',
  },
} as const;
