import { AwsKeys } from '@clusterworks/kube-simulator';
import { SimulatedGithub } from '@clusterworks/github-simulator';
import { WorldClock } from '../world/time/WorldClock';
import { ScenarioName } from '../world/scenarios';
import { DemoCluster } from './DemoCluster';
import { FleetMember } from './fleet';

/** The dummy keys that the demo's API servers know. */
export const demoAwsKeys: AwsKeys = {
  accessKeyId: 'AKIADEMOCLUSTERWORKS',
  secretAccessKey: 'demo-not-a-secret',
};

/** Settings of the demo. */
export interface DemoOptions {
  /** Everything that a restart needs; removing it begins anew. */
  directory: string;
  /** 0 takes a free one. */
  githubPort: number;
  /** Port of the first cluster, the next one has the next; 0: free ones. */
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
  /** Lets another scenario happen in a cluster, from some time ago on. */
  startScenario(cluster: string, scenario: ScenarioName): Promise<void>;
  /** Ends every server and timer; what is remembered stays on disk. */
  stop(): Promise<void>;
}
