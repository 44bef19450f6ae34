import {
  createConditionExports,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { z } from 'zod';
import type { ClusterResourceFacts } from '../discovery/KnownCluster';
import { clusterResourceRef } from './clusterResourceRef';

const ownerParams = z.object({
  owners: z
    .array(z.string())
    .describe('Entity references, one of which must own the cluster'),
});

function hasOwner(
  cluster: ClusterResourceFacts,
  { owners }: z.infer<typeof ownerParams>,
): boolean {
  const owner = cluster.owner?.toLowerCase();
  return owners.some(candidate => candidate.toLowerCase() === owner);
}

/**
 * Clusters that one of the given groups or users owns.
 *
 * @public
 */
export const isClusterOwner = createPermissionRule({
  name: 'IS_CLUSTER_OWNER',
  description: 'Allow clusters with one of the given owners',
  resourceRef: clusterResourceRef,
  paramsSchema: ownerParams,
  apply: hasOwner,
  toQuery: params => cluster => hasOwner(cluster, params),
});

const environmentParams = z.object({
  environments: z
    .array(z.string())
    .describe('Environments, in one of which the cluster must be'),
});

function isIn(
  { environment }: ClusterResourceFacts,
  { environments }: z.infer<typeof environmentParams>,
): boolean {
  return environment !== undefined && environments.includes(environment);
}

/**
 * Clusters of one of the given environments.
 *
 * @public
 */
export const isInEnvironment = createPermissionRule({
  name: 'IS_IN_ENVIRONMENT',
  description: 'Allow clusters of one of the given environments',
  resourceRef: clusterResourceRef,
  paramsSchema: environmentParams,
  apply: isIn,
  toQuery: params => cluster => isIn(cluster, params),
});

const labelParams = z.object({
  label: z.string().describe('Name of a label of the cluster entity'),
  value: z
    .string()
    .optional()
    .describe('Value that it must have; any when absent'),
});

function carriesLabel(
  { labels }: ClusterResourceFacts,
  { label, value }: z.infer<typeof labelParams>,
): boolean {
  return Object.hasOwn(labels, label)
    ? value === undefined || labels[label] === value
    : false;
}

/**
 * Clusters whose entity has a label.
 *
 * @public
 */
export const hasClusterLabel = createPermissionRule({
  name: 'HAS_LABEL',
  description: 'Allow clusters whose entity has a label, or one with a value',
  resourceRef: clusterResourceRef,
  paramsSchema: labelParams,
  apply: carriesLabel,
  toQuery: params => cluster => carriesLabel(cluster, params),
});

/**
 * All rules that a policy can use in conditions about clusters.
 *
 * @public
 */
export const clusterRules = {
  isClusterOwner,
  isInEnvironment,
  hasClusterLabel,
};

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: clusterResourceRef,
  rules: clusterRules,
});

/**
 * Conditions for permission policies, one per rule.
 *
 * @public
 */
export const clusterConditions = conditions;

/**
 * Creates a policy's conditional decision about clusters.
 *
 * @public
 */
export const createClusterConditionalDecision = createConditionalDecision;
