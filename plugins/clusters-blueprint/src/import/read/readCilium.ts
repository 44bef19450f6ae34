import type { ImportFacts } from '../ImportFacts';
import type { SpecDraft } from '../SpecDraft';

const CILIUM = 'spec.cilium';
const MESH = `${CILIUM}.clusterMesh`;

type Config = Record<string, string>;

/** Values of `cilium-config` that the blueprint needs to be like this. */
const blueprintConfig: readonly {
  key: string;
  wanted: string;
  note: string;
}[] = [
  {
    key: 'ipam',
    wanted: 'eni',
    note: 'pods keep their addresses only while this stays',
  },
  {
    key: 'routing-mode',
    wanted: 'native',
    note: 'pods get addresses of the VPC',
  },
  {
    key: 'kube-proxy-replacement',
    wanted: 'true',
    note: 'there is no kube-proxy',
  },
  { key: 'cni-chaining-mode', wanted: 'none', note: 'Cilium is the only CNI' },
  { key: 'enable-ipv6', wanted: 'false', note: 'pods have IPv4 addresses' },
];

/** A switch that is absent has the default of Cilium, which is `false`. */
function isOn(config: Config, key: string): boolean {
  return config[key] === 'true';
}

function readSwitches(config: Config | undefined, draft: SpecDraft): void {
  if (!config) {
    const why = 'The capture has no ConfigMap cilium-config.';
    draft.ask(
      `${CILIUM}.prefixDelegation`,
      `${why} Do interfaces get prefixes?`,
    );
    draft.ask(
      `${CILIUM}.encryption`,
      `${why} Is traffic between nodes encrypted?`,
    );
    draft.ask(`${CILIUM}.hubble`, `${why} Is Hubble switched on?`);
    return;
  }
  draft.set(
    `${CILIUM}.prefixDelegation`,
    isOn(config, 'aws-enable-prefix-delegation'),
  );
  draft.set(`${CILIUM}.hubble`, isOn(config, 'enable-hubble'));
  if (isOn(config, 'enable-ipsec')) {
    draft.ask(
      `${CILIUM}.encryption`,
      'Traffic is encrypted with IPsec, which the spec does not know. What is it to be?',
    );
  } else {
    draft.set(
      `${CILIUM}.encryption`,
      isOn(config, 'enable-wireguard') ? 'wireguard' : 'none',
    );
  }
  for (const { key, wanted, note } of blueprintConfig) {
    const value = config[key];
    if (value !== undefined && value !== wanted) {
      draft.differ(
        `cilium-config ${key}`,
        `is ${value}; the blueprint sets ${wanted}: ${note}`,
      );
    }
  }
}

function readMesh(facts: ImportFacts, draft: SpecDraft): void {
  const { deployments } = facts.snapshot.resources;
  const id = Number(facts.components.ciliumConfig?.['cluster-id'] ?? 0);
  if (deployments.state !== 'ok') {
    draft.ask(
      `${MESH}.enabled`,
      'The capture has no Deployments. Is the cluster in a mesh?',
    );
    return;
  }
  const isEnabled = deployments.items.some(
    ({ name }) => name === 'clustermesh-apiserver',
  );
  draft.set(`${MESH}.enabled`, isEnabled);
  if (!isEnabled) {
    if (id > 0) {
      draft.differ(
        'cilium-config cluster-id',
        `is ${id} although the cluster is in no mesh; the blueprint sets 0, and identities change with it`,
      );
    }
    return;
  }
  draft.set(`${MESH}.id`, id);
  draft.ask(
    `${MESH}.peers`,
    'Which other clusters of the fleet are in the mesh? A Secret has them, which is not captured.',
  );
  draft.ask(`${MESH}.peerCidrs`, 'Which ranges do the VPCs of the peers have?');
}

function checkName({ aws, components }: ImportFacts, draft: SpecDraft): void {
  const name = components.ciliumConfig?.['cluster-name'];
  if (name !== undefined && name !== aws.cluster.name) {
    draft.differ(
      'cilium-config cluster-name',
      `is ${name}; the blueprint sets ${aws.cluster.name}. Cilium finds its left-over network interfaces by this name`,
    );
  }
}

function checkOtherNetworks({ snapshot }: ImportFacts, draft: SpecDraft): void {
  const { daemonsets } = snapshot.resources;
  if (daemonsets.state !== 'ok') {
    draft.differ(
      'DaemonSets',
      'were not captured: whether the VPC CNI or kube-proxy runs is not known',
    );
  }
  for (const name of ['aws-node', 'kube-proxy']) {
    const found = daemonsets.items.some(
      each => each.namespace === 'kube-system' && each.name === name,
    );
    if (found) {
      draft.differ(
        `DaemonSet kube-system/${name}`,
        'runs; the blueprint has none: Cilium does its work',
      );
    }
  }
}

/** Settings of Cilium, from `cilium-config`. */
export function readCilium(facts: ImportFacts, draft: SpecDraft): void {
  readSwitches(facts.components.ciliumConfig, draft);
  readMesh(facts, draft);
  draft.ask(
    `${CILIUM}.networkPolicies`,
    'Does the platform own a baseline of network policies? Policies are not captured.',
  );
  checkName(facts, draft);
  checkOtherNetworks(facts, draft);
}
