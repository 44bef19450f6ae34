import {
  clusterNames,
  compareMinors,
  formatCidr,
  parseCidr,
  privateRangeOf,
  ResolvedClusterSpec,
} from '@clusterworks/plugin-clusters-spec';

import { clusterTags } from '../tags/clusterTags';

type Values = Record<string, unknown>;
type Spec = ResolvedClusterSpec['spec'];

const criticalAddons = [{ key: 'CriticalAddonsOnly', operator: 'Exists' }];

/**
 * How Hubble and mesh certificates are made. From 1.19 on by a plain Job.
 * Before, the Job is a Helm hook, and Helm waits for hooks although no node
 * can run one yet, so the chart makes them.
 */
function certificateMethod(cilium: string): 'cronJob' | 'helm' {
  return compareMinors(cilium, '1.19') >= 0 ? 'cronJob' : 'helm';
}

/**
 * Before 1.18 the operator reads all instance types, subnets and groups for
 * each node that joins, four calls a second: a hundred nodes at once then wait
 * for twenty minutes, which looks like CiliumNodes that are stuck.
 */
function apiLimits({ versions }: Spec): Values {
  return compareMinors(versions.cilium, '1.18') < 0
    ? {
        ipam: {
          operator: { externalAPILimitQPS: 10, externalAPILimitBurstSize: 40 },
        },
      }
    : {};
}

/**
 * Private subnets reach the internet through NAT gateways, so pod addresses
 * need no masquerading. Pods on nodes in public subnets have no public address
 * and borrow the node's; by eBPF, because interface names differ by type.
 */
function masquerading({ network }: Spec): Values {
  if (!network.nodesInPublicSubnets) {
    return { enableIPv4Masquerade: false };
  }
  const range = privateRangeOf(parseCidr(network.vpcCidr));
  return {
    enableIPv4Masquerade: true,
    bpf: { masquerade: true },
    // Not only the VPC: peers and on-premises see pod addresses as they are.
    ...(range ? { ipv4NativeRoutingCIDR: formatCidr(range) } : {}),
  };
}

function disruptionBudget(spec: Spec): Values {
  return spec.hardening.podDisruptionBudgets
    ? { podDisruptionBudget: { enabled: true, maxUnavailable: 1 } }
    : {};
}

function serviceMonitor(spec: Spec): Values {
  return spec.observability.serviceMonitors
    ? { serviceMonitor: { enabled: true } }
    : {};
}

/**
 * Prometheus' definitions may come after the first render, which the chart
 * refuses unless it is told that they will.
 */
function metrics(spec: Spec): Values {
  return spec.observability.serviceMonitors
    ? {
        prometheus: {
          enabled: true,
          serviceMonitor: { enabled: true, trustCRDsExist: true },
        },
        envoy: { prometheus: { enabled: true, ...serviceMonitor(spec) } },
      }
    : {};
}

function hubble(spec: Spec): Values {
  if (!spec.cilium.hubble) {
    return { enabled: false };
  }
  return {
    enabled: true,
    tls: { auto: { method: certificateMethod(spec.versions.cilium) } },
    relay: {
      enabled: true,
      rollOutPods: true,
      tolerations: criticalAddons,
      ...disruptionBudget(spec),
      ...(spec.observability.serviceMonitors
        ? { prometheus: { enabled: true, serviceMonitor: { enabled: true } } }
        : {}),
    },
    ui: { enabled: true, rollOutPods: true, tolerations: criticalAddons },
    ...(spec.observability.serviceMonitors
      ? {
          metrics: {
            enabled: [
              'dns',
              'drop',
              'tcp',
              'flow',
              'port-distribution',
              'icmp',
            ],
            serviceMonitor: { enabled: true },
          },
        }
      : {}),
  };
}

function clusterMesh(spec: Spec): Values {
  const { enabled, peers } = spec.cilium.clusterMesh;
  if (!enabled) {
    return {};
  }
  return {
    clustermesh: {
      useAPIServer: true,
      // Fixed for the life of a mesh; 255 leaves ids 1 to 127 to ENI mode.
      maxConnectedClusters: 255,
      config: {
        enabled: peers.length > 0,
        clusters: peers.map(name => ({ name, port: 2379 })),
      },
      apiserver: {
        tolerations: criticalAddons,
        tls: { auto: { method: certificateMethod(spec.versions.cilium) } },
        service: {
          type: 'LoadBalancer',
          annotations: {
            'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internal',
            'service.beta.kubernetes.io/aws-load-balancer-type': 'nlb',
            'service.beta.kubernetes.io/aws-load-balancer-internal': 'true',
          },
        },
        ...disruptionBudget(spec),
      },
    },
  };
}

/**
 * Helm values of Cilium that differ between clusters, for the chart of the
 * spec's version (1.16 to 1.20). What is common is in
 * `platform/cilium/values.yaml`. The endpoint of the API server is in neither:
 * the owner of the release adds it.
 */
export function ciliumValues(resolved: ResolvedClusterSpec): Values {
  const { metadata, spec } = resolved;
  const { cilium } = spec;
  return {
    // Never the chart's "default": the clean-up of network interfaces goes by
    // this name, and would take those of other clusters in the account.
    cluster: {
      name: clusterNames(metadata.name).eks,
      id: cilium.clusterMesh.enabled ? cilium.clusterMesh.id : 0,
    },
    ...masquerading(spec),
    ...apiLimits(spec),
    eni: {
      ...(cilium.prefixDelegation ? { awsEnablePrefixDelegation: true } : {}),
      // Of interfaces that are made from now on; the operator tags no others.
      eniTags: clusterTags(resolved),
    },
    ...(cilium.encryption === 'wireguard'
      ? { encryption: { enabled: true, type: 'wireguard' } }
      : {}),
    operator: {
      // Two never share a node; a second one would wait for ever.
      ...(spec.systemNodes.min < 2 ? { replicas: 1 } : {}),
      ...disruptionBudget(spec),
      ...(spec.observability.serviceMonitors
        ? { prometheus: { enabled: true, serviceMonitor: { enabled: true } } }
        : {}),
      ...(spec.observability.dashboards
        ? { dashboards: { enabled: true } }
        : {}),
    },
    ...metrics(spec),
    ...(spec.observability.dashboards ? { dashboards: { enabled: true } } : {}),
    hubble: hubble(spec),
    ...clusterMesh(spec),
  };
}
