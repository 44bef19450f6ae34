type Values = Record<string, any>;

/** Values that may hold any keys. */
const freeMaps =
  /(nodeSelector|annotations|labels|affinity|resources|requests|limits|tolerations|eniTags|gcTags)$/;

function isMap(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Values that a chart reads although its values.yaml only mentions them. */
const onlyMentioned = ['kubeProxyReplacement'];

function unknownKeys(values: Values, known: Values, path: string): string[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const here = path ? `${path}.${key}` : key;
    if (!(key in known) && !onlyMentioned.includes(here)) {
      return [`${here} is no value of the chart`];
    }
    return isMap(value) && isMap(known[key]) && !freeMaps.test(here)
      ? unknownKeys(value, known[key], here)
      : [];
  });
}

/** The chart's own `fail` rules (validate.yaml, cilium-configmap.yaml). */
function failRules(values: Values): string[] {
  const { cluster, eni, hubble, operator, clustermesh } = values;
  const id: number = cluster?.id ?? 0;
  const name: string = cluster?.name ?? 'default';
  const rules: [boolean, string][] = [
    [
      ![true, false, 'true', 'false'].includes(values.kubeProxyReplacement),
      'kubeProxyReplacement must be true or false',
    ],
    [
      !/^([a-z0-9][-a-z0-9]*)?[a-z0-9]$/.test(name) || name.length > 32,
      'cluster.name is no valid name',
    ],
    [name === 'default' && id !== 0, 'cluster.name default needs cluster.id 0'],
    [
      Boolean(eni?.enabled) &&
        ((id >= 128 && id <= 255) || (id >= 384 && id <= 511)),
      'cluster.id is not possible in ENI mode',
    ],
    [
      ![255, 511].includes(clustermesh?.maxConnectedClusters ?? 255),
      'clustermesh.maxConnectedClusters must be 255 or 511',
    ],
    [
      Boolean(hubble?.ui?.enabled) && !hubble?.relay?.enabled,
      'hubble.ui needs hubble.relay',
    ],
    [
      Boolean(hubble?.relay?.enabled) && hubble?.enabled === false,
      'hubble.relay needs hubble',
    ],
    [
      operator?.setNodeTaints === true && operator?.removeNodeTaints === false,
      'operator.setNodeTaints needs removeNodeTaints',
    ],
    [
      values.prometheus?.serviceMonitor?.enabled === true &&
        values.prometheus.serviceMonitor.trustCRDsExist !== true,
      'serviceMonitor needs its definitions, or trustCRDsExist',
    ],
    [
      values.ipam?.mode === 'eni' && !eni?.enabled,
      'ipam.mode eni needs eni.enabled',
    ],
    // The chart accepts this, but would use tunnels, which the blueprint never
    // wants.
    [
      Boolean(eni?.enabled) && values.routingMode !== 'native',
      'ENI mode needs routingMode native before 1.19',
    ],
    [
      values.kubeProxyReplacement === true && !values.k8sServiceHost,
      'kubeProxyReplacement without kube-proxy needs k8sServiceHost',
    ],
  ];
  return rules.filter(([broken]) => broken).map(([, message]) => message);
}

/**
 * Values that a release line of the chart removed; setting such a value fails
 * or has no effect.
 */
const removed: Record<string, string[]> = {
  '1.16': ['tunnel', 'encryption.keyFile', 'encryption.secretName'],
  '1.17': ['tunnel', 'encryption.wireguard.userspaceFallback'],
  '1.18': ['enableCiliumEndpointSlice', 'eni.updateEC2AdapterLimitViaAPI'],
};

/** Everything that a chart would refuse or silently ignore in its values. */
export function chartProblems(
  values: Values,
  known: Values,
  chart: string,
): string[] {
  const line = Number(chart.split('.')[1]);
  const gone = Object.entries(removed)
    .filter(([since]) => Number(since.split('.')[1]) <= line)
    .flatMap(([, paths]) => paths)
    .filter(path => path.split('.').reduce((at, key) => at?.[key], values))
    .map(path => `${path} was removed`);
  return [...unknownKeys(values, known, ''), ...failRules(values), ...gone];
}
