/** Text of the page that opens captures. */
export const replayMessages = {
  replay: {
    title: 'Open a capture',
    drop: 'Drop a capture of a cluster here, or dumps as “kubectl get … -o json” prints them.',
    stays:
      'It is judged in this browser and shown as the cluster was then. Nothing is uploaded, and nothing can be changed.',
    choose: 'Choose files',
    close: 'Close the capture',
    failed: 'These files could not be opened',
    of: 'Capture of {{cluster}}',
    mark: 'This is how the cluster was on {{time}}, judged in this browser. It is not the cluster of now.',
    overview: 'Overview',
    captured: 'captured',
    noHistory: 'A capture is one moment: it has no history.',
  },
} as const;
