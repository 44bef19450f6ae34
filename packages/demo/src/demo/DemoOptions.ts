import type { AwsKeys } from '@clusterworks/kube-simulator';
import type { SimulatedGithub } from '@clusterworks/github-simulator';
import type { WorldClock } from '../world/time/WorldClock';
import type { ScenarioName } from '../world/scenarios';
import type { Applies } from './Applies';
import type { DemoCluster } from './DemoCluster';
import type { FleetMember } from './fleet';

/** The dummy keys that the demo's API servers know. */
export const demoAwsKeys: AwsKeys = {
  accessKeyId: 'AKIADEMOCLUSTERWORKS',
  secretAccessKey: 'demo-not-a-secret',
};

/** Settings of the demo. */
export interface DemoOptions {
  /**
   * Folder with all state of the demo; without it the demo starts from
   * scratch.
   */
  directory: string;
  /** 0 takes a free one. */
  githubPort: number;
  /**
   * Port of the first cluster; each further cluster has the next port. 0 takes
   * free ports.
   */
  clusterPortBase: number;
  /** For `integrations.github[].token`. */
  githubToken?: string;
  /** Where push events go: the backend's `/api/events/http/github`. */
  backendWebhookUrl?: string;
  webhookSecret?: string;
  keys?: AwsKeys;
  /** From the merge of a new cluster until it is "applied". Default 20 s. */
  applyDelayMs?: number;
  /** The clusters to begin with. Default: the demo fleet. */
  fleet?: FleetMember[];
  /** Only tests set one. */
  clock?: WorldClock;
  onWarning?: (message: string) => void;
}

/** The running demo. */
export interface Demo {
  github: SimulatedGithub;
  /** Clusters that have been applied, by name. */
  clusters: ReadonlyMap<string, DemoCluster>;
  /** What is merged and not yet applied; can be held. */
  applies: Pick<Applies, 'hold' | 'release'>;
  /** Restarts a cluster with another scenario, which began some time ago. */
  startScenario(cluster: string, scenario: ScenarioName): Promise<void>;
  /** Stops every server and timer; the saved state stays on disk. */
  stop(): Promise<void>;
}
