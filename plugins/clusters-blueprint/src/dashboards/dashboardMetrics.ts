/** A metric that a dashboard asks for, and the releases that have it. */
export type DashboardMetric = {
  /** Without `_bucket`, `_sum`, `_count`. */
  name: string;
  component: 'karpenter' | 'cilium' | 'cilium-operator';
  /** Oldest release line with the metric, among the lines that we render. */
  since: string;
  /** Newest release line with the metric. */
  until: string;
  /** Source of these facts. */
  source: string;
};

const KARPENTER = 'karpenter v1.1.1 and v1.15.0 pkg/metrics, pkg/controllers';
const AGENT = 'cilium Documentation/observability/metrics.rst, 1.16 and main';
const OPERATOR = 'scrapes of the operators 1.19.7 and 1.20.2; 1.16 metrics.rst';

const karpenter = (name: string): DashboardMetric => ({
  name: `karpenter_${name}`,
  component: 'karpenter',
  since: '1.1',
  until: '1.15',
  source: KARPENTER,
});
const agent = (name: string): DashboardMetric => ({
  name: `cilium_${name}`,
  component: 'cilium',
  since: '1.16',
  until: '1.20',
  source: AGENT,
});
const operator = (name: string): DashboardMetric => ({
  name: `cilium_operator_${name}`,
  component: 'cilium-operator',
  since: '1.16',
  until: '1.20',
  source: OPERATOR,
});

/** Every metric of the dashboards in `assets/platform/addons/dashboards`. */
export const dashboardMetrics: readonly DashboardMetric[] = [
  karpenter('nodepools_usage'),
  karpenter('nodepools_limit'),
  karpenter('nodepools_allowed_disruptions'),
  karpenter('scheduler_unschedulable_pods_count'),
  karpenter('scheduler_queue_depth'),
  karpenter('scheduler_scheduling_duration_seconds'),
  karpenter('nodeclaims_created_total'),
  karpenter('nodeclaims_terminated_total'),
  karpenter('nodeclaims_disrupted_total'),
  karpenter('cloudprovider_errors_total'),
  karpenter('interruption_received_messages_total'),
  karpenter('cluster_state_synced'),
  karpenter('cluster_state_node_count'),
  karpenter('pods_startup_duration_seconds'),
  karpenter('voluntary_disruption_eligible_nodes'),
  operator('ipam_available_ips_per_subnet'),
  operator('ipam_used_ips'),
  operator('ipam_available_ips'),
  operator('ipam_needed_ips'),
  operator('ipam_nodes'),
  operator('ipam_allocation_duration_seconds'),
  operator('ec2_api_duration_seconds'),
  operator('ipam_interface_creation_ops'),
  agent('endpoint_state'),
  agent('drop_count_total'),
  agent('controllers_failing'),
  agent('bpf_map_pressure'),
];
