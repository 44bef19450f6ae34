import type { DaemonSetFacts } from './daemonSet';
import type { DeploymentFacts } from './deployment';

/** The facts that are kept of a Deployment or DaemonSet. */
export type WorkloadFacts = DeploymentFacts | DaemonSetFacts;
