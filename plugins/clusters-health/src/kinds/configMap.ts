import { defineKind } from './defineKind';
import { each, mapped, pick, time } from './fields';
import type { FactsOf } from './Kind';
import { labelledFields } from './parts/metadata';

/**
 * Keys of `cilium-config` that rules and pages read; other keys are not kept.
 */
const keptCiliumConfig = [
  'agent-not-ready-taint-key',
  'auto-create-cilium-node-resource',
  'aws-enable-prefix-delegation',
  'aws-release-excess-ips',
  'cluster-id',
  'cluster-name',
  'cni-chaining-mode',
  'cni-exclusive',
  'disable-endpoint-crd',
  'egress-masquerade-interfaces',
  'enable-bpf-masquerade',
  'enable-cilium-endpoint-slice',
  'enable-endpoint-routes',
  'enable-envoy-config',
  'enable-hubble',
  'enable-ipsec',
  'enable-ipv4',
  'enable-ipv4-masquerade',
  'enable-ipv6',
  'enable-l7-proxy',
  'enable-wireguard',
  'encrypt-node',
  'eni-tags',
  'external-envoy-proxy',
  'identity-allocation-mode',
  'ipam',
  'kube-proxy-replacement',
  'max-connected-clusters',
  'nodes-gc-interval',
  'remove-cilium-node-taints',
  'routing-mode',
  'set-cilium-is-up-condition',
  'set-cilium-node-taints',
  'subnet-ids-filter',
  'subnet-tags-filter',
  'unmanaged-pod-watcher-interval',
  'update-ec2-adapter-limit-via-api',
] as const;

/**
 * The ConfigMap `cilium-config`. Other ConfigMaps may hold confidential values:
 * none is requested, kept or captured, and the ClusterRole allows no other.
 */
export const configMap = defineKind({
  group: '',
  version: 'v1',
  resource: 'configmaps',
  kind: 'ConfigMap',
  namespaced: true,
  selector: { namespace: 'kube-system', name: 'cilium-config' },
  fields: {
    ...labelledFields,
    data: pick('data', keptCiliumConfig),
    /**
     * Newest time in `metadata.managedFields`; absent when that field was left
     * out.
     */
    changedAt: mapped(each('metadata.managedFields', time('time')), times => {
      const changes = times.flatMap(at => at ?? []);
      return changes.length > 0 ? Math.max(...changes) : undefined;
    }),
  },
});

/** The facts that are kept of the ConfigMap `cilium-config`. */
export type ConfigMapFacts = FactsOf<typeof configMap>;

/** Values of `cilium-config`. */
export type CiliumConfig = ConfigMapFacts['data'];
