import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type FaultyProxy,
  type SimulatedGithub,
  startFaultyProxy,
  startSimulatedGithub,
} from '@clusterworks/github-simulator';

/** A simulated GitHub, and a proxy before it that can fail. */
export interface ProxiedGithub {
  github: SimulatedGithub;
  proxy: FaultyProxy;
  /** Ends both, and deletes the repository. */
  stop(): Promise<void>;
}

/** Starts both, with an empty repository. */
export async function startProxiedGithub(): Promise<ProxiedGithub> {
  const directory = await mkdtemp(join(tmpdir(), 'proxied-github-'));
  const github = await startSimulatedGithub({ directory, port: 0 });
  const proxy = await startFaultyProxy(github.url);
  return {
    github,
    proxy,
    async stop() {
      await proxy.stop();
      await github.stop();
      await rm(directory, { recursive: true, force: true, maxRetries: 20 });
    },
  };
}
