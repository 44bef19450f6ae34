import express from 'express';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApiRouter } from './api';
import type { Exchange } from './description';
import { recordExchanges } from './description';
import { SimulatedRepository } from './SimulatedRepository';
import { createPagesRouter } from './pages';
import { PushWebhook } from './PushWebhook';

/** Token that the simulated GitHub takes when none is given. */
export const SIMULATED_GITHUB_TOKEN = 'not-a-secret';

/** Settings of the simulated GitHub. */
export interface SimulatedGithubOptions {
  /** Where repositories and pull requests are kept; they survive a restart. */
  directory: string;
  /** Port on the loopback interface; 0 takes a free one. */
  port: number;
  /** The one token that the API accepts. Default {@link SIMULATED_GITHUB_TOKEN}. */
  token?: string;
  /** Repository to serve. Default `acme/platform`. */
  repository?: { owner: string; name: string };
  /** Where push events go, for example `http://localhost:7007/api/events/http/github`. */
  webhookUrl?: string;
  /** Signs push events. */
  webhookSecret?: string;
  /** Called with each error in the background, as one line. */
  onWarning?: (message: string) => void;
  /** Called with each request to the API, once it is answered. */
  onExchange?: (exchange: Exchange) => void;
  /** Further routes on the same port, such as a status of the whole demo. */
  routes?: express.Router;
}

/** A running simulated GitHub. */
export interface SimulatedGithub {
  /** `http://127.0.0.1:7020`, without a slash at the end. */
  url: string;
  /** For `integrations.github[].apiBaseUrl`. */
  apiBaseUrl: string;
  /** For `integrations.github[].host`: host and port. */
  host: string;
  /** The token that the API accepts. */
  token: string;
  /** Address of the repository's page: for `clusters.platformRepositories[].url`. */
  repositoryUrl: string;
  /**
   * The repository, for code that simulates Terraform or fills the platform
   * repository.
   */
  repository: SimulatedRepository;
  /** Ends the server and everything it started. */
  stop(): Promise<void>;
}

/**
 * Starts a stand-in for a GitHub Enterprise host: a REST API and plain pages on
 * a real bare git repository. It listens on the loopback interface only.
 *
 * @throws Error when the port is taken or git is not installed
 */
export async function startSimulatedGithub(
  options: SimulatedGithubOptions,
): Promise<SimulatedGithub> {
  const { directory, port, token = SIMULATED_GITHUB_TOKEN } = options;
  const { owner, name } = options.repository ?? {
    owner: 'acme',
    name: 'platform',
  };
  const repository = await SimulatedRepository.open({ directory, owner, name });
  const repositories = [repository];
  let url = '';
  const app = express();
  app.disable('x-powered-by');
  app.use(refuseForeignHosts);
  if (options.onExchange) {
    app.use('/api/v3', recordExchanges(options.onExchange));
  }
  app.use(
    '/api/v3',
    createApiRouter({
      repositories,
      origin: () => url,
      token,
      login: 'backstage',
    }),
  );
  if (options.routes) {
    app.use(options.routes);
  }
  app.use(createPagesRouter({ repositories, visitor: 'you' }));

  const server = createServer(app);
  await listen(server, port);
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const webhook = startWebhook(repository, options, () => url);
  return {
    url,
    apiBaseUrl: `${url}/api/v3`,
    host: new URL(url).host,
    token,
    repositoryUrl: `${url}/${repository.fullName}`,
    repository,
    async stop() {
      await webhook?.stop();
      await close(server);
      repository.git.close();
    },
  };
}

// A request with a foreign host name that resolves to this machine (DNS
// rebinding) is refused.
function refuseForeignHosts(
  req: express.Request,
  res: express.Response,
  next: express.NextFunction,
): void {
  if (req.hostname === '127.0.0.1' || req.hostname === 'localhost') {
    next();
  } else {
    res.status(421).type('text/plain').send('This host is not served here.\n');
  }
}

function startWebhook(
  repository: SimulatedRepository,
  options: SimulatedGithubOptions,
  origin: () => string,
): PushWebhook | undefined {
  const { webhookUrl, webhookSecret, onWarning } = options;
  if (!webhookUrl) {
    return undefined;
  }
  const webhook = new PushWebhook({
    url: webhookUrl,
    secret: webhookSecret,
    origin,
    onFailure: onWarning,
  });
  repository.onPush(push => webhook.send(repository, push));
  return webhook;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close(error => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
