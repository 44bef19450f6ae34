import type { DaemonSetFacts } from './daemonSet';
import type { DeploymentFacts } from './deployment';

/** What is kept of a Deployment or DaemonSet. */
export type WorkloadFacts = DeploymentFacts | DaemonSetFacts;
