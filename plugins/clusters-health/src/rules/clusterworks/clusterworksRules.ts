import type { Rule, UnseenCode } from '../../rule/Rule';
import { buildingOverdue } from './building-overdue/buildingOverdue';
import { certificatesExpire } from './certificates-expire/certificatesExpire';
import { ciliumIpamEni } from './cilium-ipam-eni/ciliumIpamEni';
import { ciliumPodsRunning } from './cilium-pods-running/ciliumPodsRunning';
import { eventbridgeRulesExist } from './eventbridge-rules-exist/eventbridgeRulesExist';
import { interruptionQueueExists } from './interruption-queue-exists/interruptionQueueExists';
import { karpenterPodsRunning } from './karpenter-pods-running/karpenterPodsRunning';
import { kubernetesSupportEnds } from './kubernetes-support-ends/kubernetesSupportEnds';
import { nodeNotInitialized } from './node-not-initialized/nodeNotInitialized';
import { nodeNotReady } from './node-not-ready/nodeNotReady';
import { nodePressure } from './node-pressure/nodePressure';
import { nodeclassesCreated } from './nodeclasses-created/nodeclassesCreated';
import { nodepoolsCreated } from './nodepools-created/nodepoolsCreated';
import { nodesTaggedAndLabelled } from './nodes-tagged-and-labelled/nodesTaggedAndLabelled';
import { podsWaiting } from './pods-waiting/podsWaiting';
import { poolOutgrowsSubnets } from './pool-outgrows-subnets/poolOutgrowsSubnets';
import { quotaLeft } from './quota-left/quotaLeft';
import { subnetRunsDry } from './subnet-runs-dry/subnetRunsDry';
import { terraformApplied } from './terraform-applied/terraformApplied';
import { workloadRunsOnKarpenter } from './workload-runs-on-karpenter/workloadRunsOnKarpenter';

/**
 * Rules of this project, then the points of the checklist that objects of the
 * cluster show.
 */
export const clusterworksRules: readonly Rule[] = [
  buildingOverdue,
  nodeNotReady,
  nodeNotInitialized,
  nodePressure,
  podsWaiting,
  subnetRunsDry,
  poolOutgrowsSubnets,
  kubernetesSupportEnds,
  ciliumPodsRunning,
  ciliumIpamEni,
  karpenterPodsRunning,
  nodeclassesCreated,
  nodepoolsCreated,
  workloadRunsOnKarpenter,
  nodesTaggedAndLabelled,
];

/** The points of the checklist that no object of the cluster shows. */
export const clusterworksUnseen: readonly UnseenCode[] = [
  terraformApplied,
  interruptionQueueExists,
  eventbridgeRulesExist,
  quotaLeft,
  certificatesExpire,
];
