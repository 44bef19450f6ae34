/** Text that all pages share. */
export const commonMessages = {
  verdict: {
    healthy: 'Healthy',
    degraded: 'Degraded',
    critical: 'Critical',
    unknown: 'Unknown',
  },
  phase: {
    building: 'Being built',
    running: 'Running',
    draining: 'Being taken down',
    drained: 'Drained, to be removed',
  },
  severity: {
    info: 'Info',
    warning: 'Warning',
    critical: 'Critical',
  },
  stage: {
    launching: 'launching',
    registering: 'registering',
    network: 'waiting for the network',
    initializing: 'initialising',
    ready: 'ready',
    notReady: 'not ready',
    cordoned: 'cordoned',
    draining: 'draining',
  },
  age: {
    live: 'live',
    connecting: 'connecting',
    stale: 'stale {{duration}}',
    noAccess: 'no access',
    unreachable: 'unreachable',
    unreachableFor: 'unreachable {{duration}}',
    noCredentials: 'no credentials',
    notProvisioned: 'not provisioned',
    notRead: 'not read',
    seenAt: 'Newest facts: {{time}}',
  },
  time: {
    ago: '{{duration}} ago',
    atLeastSince: 'at least since {{time}}',
  },
  copy: {
    label: 'Copy command',
    done: 'Copied',
  },
  claims: {
    nameTakenTitle: 'Refused: another cluster holds this name',
    nameTakenText:
      'The name {{name}} belongs to {{holder}}. Names are unique in the portal, whatever their case. This cluster is not read until it has another name.',
    /** An entity that the signed-in user may not see. */
    hidden: 'Another cluster',
    nameTakenOther: '{{other}} claims this name, too, and is refused',
    sameClusterTitle: 'This cluster is described twice',
    sameClusterText:
      'It is the same EKS cluster as {{holder}}, which is read and shown in its place.',
    sameClusterOther: '{{other}} describes this cluster, too, and is not read',
    clusterIdTitle: 'Refused: another cluster holds this EKS name',
    clusterIdText:
      '{{holder}} asks for tokens for the same EKS cluster at another API server.',
    clusterIdOther:
      '{{other}} asks for tokens for this EKS cluster at another API server, and is refused',
  },
  state: {
    loading: 'Loading',
    retry: 'Try again',
    errorTitle: 'This could not be loaded',
    errorStale:
      'The newest request failed; what is shown is from {{duration}} ago.',
    staleTitle: 'Not up to date: {{reason}}',
    forbiddenTitle: 'You may not see this',
    forbiddenText:
      'Reading clusters needs the permission clusters.cluster.read. Ask the owner of the portal.',
    clusterForbiddenTitle: 'The portal has no access to this cluster',
    clusterForbiddenText:
      'The API server refused the portal. Bind the ClusterRole clusterworks-reader to the group clusterworks:readers; the rule is in the cluster overlay.',
    noCredentialsTitle: 'The portal has no credentials for this cluster',
    noCredentialsText:
      'The API server was not asked. The credentials of the portal are configured under aws, or come from the machine that it runs on.',
    notReadTitle: 'The portal does not read this cluster',
    notReadText:
      'Only clusters with the auth provider aws are read. The Kubernetes tab works on this one as before.',
    unreachableTitle: 'The API server cannot be reached',
    connectingTitle: 'Reading the cluster for the first time',
    connectingText: 'The first look takes a few seconds.',
    notProvisionedTitle: 'Not provisioned yet',
    notProvisionedText:
      'The cluster is described in git, but Terraform has not published its endpoint (status.yaml). It appears here on its own within a minute after that.',
    notInstalledTitle: '{{component}} is not installed on this cluster',
    notInstalledText:
      'Its resource types are not known to the API server. After it is installed this page fills itself.',
    notFoundTitle: 'The backend does not know this cluster',
    notFoundText:
      'The entity is in the catalog, but the clusters backend does not watch it. It is picked up within a minute of its registration.',
    sourceTitle: '{{source}}: {{state}}',
  },
} as const;
