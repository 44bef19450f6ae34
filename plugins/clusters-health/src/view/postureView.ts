import type { PostureView } from '@clusterworks/plugin-clusters-common';
import { hasPlainAddresses, toEniNode } from '../model/addresses';
import { ciliumExtra, daemonSetNamed } from '../model/cilium/ciliumWorkloads';
import type { Look } from './Look';

type Config = Record<string, string>;

/**
 * Cilium's settings from `cilium-config`, together with the state of the
 * cluster. `undefined` when the configuration could not be read.
 */
export function postureView(look: Look): PostureView[] | undefined {
  const config = look.index.ciliumConfig();
  if (!config) {
    return undefined;
  }
  const daemonSets = look.snapshot.resources.daemonsets.state === 'ok';
  const deployments = look.snapshot.resources.deployments.state === 'ok';
  return [
    {
      aspect: 'ipam',
      configured: config.ipam || '(not set)',
      seen: seenIpam(look),
    },
    { aspect: 'routing', configured: config['routing-mode'] || '(not set)' },
    kubeProxy(look, config, daemonSets),
    awsNode(look, config, daemonSets),
    encryption(look, config),
    prefixDelegation(look, config),
    {
      aspect: 'masquerade',
      configured: onOff(config['enable-ipv4-masquerade']),
    },
    hubble(look, config, deployments),
    clusterMesh(look, config, deployments),
  ];
}

function onOff(value: string | undefined): string {
  return value === 'true' ? 'on' : 'off';
}

function seenIpam(look: Look): string | undefined {
  const image = look.index.ciliumOperator()?.containers[0]?.image;
  return image?.includes('operator-aws') ? 'operator for AWS' : undefined;
}

function kubeProxy(look: Look, config: Config, known: boolean): PostureView {
  const replaced = config['kube-proxy-replacement'] === 'true';
  const running =
    (daemonSetNamed(look.snapshot, 'kube-proxy')?.desired ?? 0) > 0;
  const conflicts: Record<string, string> = {
    'true/true': 'kube-proxy still runs although Cilium replaces it',
    'false/false': 'nothing serves Services: neither kube-proxy nor Cilium',
  };
  return {
    aspect: 'kube-proxy',
    configured: replaced ? 'replaced by Cilium' : 'kept',
    seen: known ? `DaemonSet ${running ? 'runs' : 'absent'}` : undefined,
    conflict: known ? conflicts[`${replaced}/${running}`] : undefined,
  };
}

function awsNode(look: Look, config: Config, known: boolean): PostureView {
  const chaining = config['cni-chaining-mode'] || 'none';
  const desired = daemonSetNamed(look.snapshot, 'aws-node')?.desired ?? 0;
  const conflict =
    known && desired > 0 && config.ipam === 'eni' && chaining === 'none';
  return {
    aspect: 'aws-node',
    configured: chaining === 'none' ? 'not wanted' : `chained (${chaining})`,
    seen: known ? `runs on ${desired} nodes` : undefined,
    conflict: conflict
      ? 'aws-node and Cilium both manage the interfaces of the same nodes'
      : undefined,
  };
}

function encryption(look: Look, config: Config): PostureView {
  const wireguard = config['enable-wireguard'] === 'true';
  const ipsec = config['enable-ipsec'] === 'true' ? 'ipsec' : 'none';
  const { ciliumnodes } = look.snapshot.resources;
  const all = ciliumnodes.items.length;
  const keyed = ciliumnodes.items.filter(
    node => node.annotations['network.cilium.io/wg-pub-key'],
  ).length;
  const known = ciliumnodes.state === 'ok' && wireguard;
  return {
    aspect: 'encryption',
    configured: wireguard ? 'wireguard' : ipsec,
    seen: known ? `${keyed} of ${all} nodes have a key` : undefined,
    conflict:
      known && keyed < all
        ? 'traffic of nodes without a key is not encrypted'
        : undefined,
  };
}

function prefixDelegation(look: Look, config: Config): PostureView {
  const wanted = config['aws-enable-prefix-delegation'] === 'true';
  const { ciliumnodes } = look.snapshot.resources;
  const plain = ciliumnodes.items.filter(node =>
    hasPlainAddresses(toEniNode(node)),
  ).length;
  const known = wanted && ciliumnodes.state === 'ok';
  return {
    aspect: 'prefix-delegation',
    configured: wanted ? 'on' : 'off',
    seen: known ? `${plain} nodes without prefixes` : undefined,
    conflict:
      known && plain > 0
        ? 'nodes with single addresses never get prefixes'
        : undefined,
  };
}

function hubble(look: Look, config: Config, known: boolean): PostureView {
  const relay = ciliumExtra(look.snapshot, 'hubbleRelay');
  return {
    aspect: 'hubble',
    configured: onOff(config['enable-hubble']),
    seen: known ? `relay ${relay ? 'installed' : 'absent'}` : undefined,
  };
}

function clusterMesh(look: Look, config: Config, known: boolean): PostureView {
  const id = config['cluster-id'] || '0';
  const server = ciliumExtra(look.snapshot, 'clusterMesh');
  return {
    aspect: 'cluster-mesh',
    configured: id === '0' ? 'off' : `id ${id}`,
    seen: known
      ? `clustermesh-apiserver ${server ? 'installed' : 'absent'}`
      : undefined,
    conflict:
      known && server && id === '0'
        ? 'a mesh server runs, but this cluster has no id of its own'
        : undefined,
  };
}
