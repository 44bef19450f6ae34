import { join } from 'node:path';
import { startSimulatedGithub } from '@clusterworks/github-simulator';
import type { Demo, DemoOptions } from './DemoOptions';
import { DemoWorld } from './DemoWorld';
import { statusRoutes } from './statusRoutes';

/**
 * Starts the whole demo: a GitHub with the platform repository, and an API
 * server with a world behind it for every cluster in git. The demo "applies" a
 * cluster that is merged later automatically.
 *
 * @throws Error when a port is taken or git is not installed
 */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const running: { demo?: DemoWorld } = {};
  const github = await startSimulatedGithub({
    directory: join(options.directory, 'github'),
    port: options.githubPort,
    token: options.githubToken,
    webhookUrl: options.backendWebhookUrl,
    webhookSecret: options.webhookSecret,
    onWarning: options.onWarning,
    routes: statusRoutes(() => running.demo),
  });
  const demo = new DemoWorld(options, github);
  try {
    await demo.begin();
  } catch (error) {
    await demo.stop();
    throw error;
  }
  running.demo = demo;
  return demo;
}
