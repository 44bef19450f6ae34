import type { ResolvedClusterSpec } from '@clusterworks/plugin-clusters-spec';
import {
  clusterNames,
  compareMinors,
  formatCidr,
  parseCidr,
  privateRangeOf,
  clusterTags,
} from '@clusterworks/plugin-clusters-spec';

type Values = Record<string, unknown>;
type Spec = ResolvedClusterSpec['spec'];

const criticalAddons = [{ key: 'CriticalAddonsOnly', operator: 'Exists' }];

/**
 * How Hubble and mesh certificates are made. From 1.19 on, a plain Job makes
 * them. In older versions that Job is a Helm hook, and Helm would wait for the
 * hook although there is no node yet that could run it; so there the chart
 * itself makes the certificates.
 */
function certificateMethod(cilium: string): 'cronJob' | 'helm' {
  return compareMinors(cilium, '1.19') >= 0 ? 'cronJob' : 'helm';
}

/**
 * Before 1.18 the operator reads all instance types, subnets and security
 * groups for each node that joins, at four calls per second. If a hundred
 * nodes join at once, they wait for twenty minutes, which looks like stuck
 * CiliumNodes.
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
 * need no masquerading. Pods on nodes in public subnets have no public
 * address, so their traffic is masqueraded with the node's. This uses eBPF,
 * because interface names differ by instance type.
 */
function masquerading({ network }: Spec): Values {
  if (!network.nodesInPublicSubnets) {
    return { enableIPv4Masquerade: false };
  }
  const range = privateRangeOf(parseCidr(network.vpcCidr));
  return {
    enableIPv4Masquerade: true,
    bpf: { masquerade: true },
    // The range is larger than the VPC, so that peered and on-premises
    // networks see pod addresses unchanged.
    ...(range ? { ipv4NativeRoutingCIDR: formatCidr(range) } : {}),
  };
}

/**
 * Cilium 1.16 looks up the address of EKS Pod Identity, 169.254.170.23, in the
 * routes of the node and drops the packet (cilium#35989). No pod gets its AWS
 * role then, not even Karpenter. Routing by the kernel reaches the address.
 */
function hostRouting({ versions, network }: Spec): Values {
  if (compareMinors(versions.cilium, '1.17') >= 0) {
    return {};
  }
  return {
    bpf: {
      ...(network.nodesInPublicSubnets ? { masquerade: true } : {}),
      hostLegacyRouting: true,
    },
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
 * The CRDs of Prometheus may be installed later. The chart refuses to render
 * without them unless this value is set.
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
      // Cannot be changed later in a mesh. With 255, ENI mode can use the ids
      // 1 to 127.
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
 * spec's version (1.16 to 1.20). Values that all clusters share are in
 * `platform/cilium/values.yaml`. Neither has the endpoint of the API server:
 * the owner of the release adds it.
 */
export function ciliumValues(resolved: ResolvedClusterSpec): Values {
  const { metadata, spec } = resolved;
  const { cilium } = spec;
  return {
    // Must not be the chart's "default": Cilium finds left-over network
    // interfaces by this name, and would delete those of other clusters in the
    // account.
    cluster: {
      name: clusterNames(metadata.name).eks,
      id: cilium.clusterMesh.enabled ? cilium.clusterMesh.id : 0,
    },
    ...masquerading(spec),
    ...hostRouting(spec),
    ...apiLimits(spec),
    eni: {
      // Without this filter the operator takes the subnet of the zone with the
      // most free addresses, from all subnets of the VPC.
      ...(spec.network.existing
        ? { subnetIDsFilter: spec.network.existing.nodeSubnetIds }
        : {}),
      ...(cilium.prefixDelegation ? { awsEnablePrefixDelegation: true } : {}),
      // Applies to new interfaces only; the operator does not tag existing
      // ones.
      eniTags: clusterTags(resolved),
    },
    ...(cilium.encryption === 'wireguard'
      ? { encryption: { enabled: true, type: 'wireguard' } }
      : {}),
    operator: {
      // Two replicas never share a node, so a second one would stay pending.
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
