import { type ChildProcess, fork } from 'node:child_process';
import type { Entity } from '@backstage/catalog-model';

/** One cluster, as `kubernetes.clusterLocatorMethods` of type `config` has it. */
export interface KubernetesTabCluster {
  url: string;
  caData: string;
  serviceAccountToken: string;
  skipMetricsLookup: boolean;
}

/** The options that the child process receives. */
export interface KubernetesTabOptions {
  component: Entity;
  cluster: KubernetesTabCluster;
}

/** The address at which the child process answers. */
export interface KubernetesTabAddress {
  url: string;
  authorization: string;
}

/** An error that the tab shows for something it could not read. */
export interface KubernetesTabError {
  errorType: string;
  statusCode: number;
  resourcePath: string;
}

/**
 * The Kubernetes tab of one component: `@backstage/plugin-kubernetes-backend`
 * in a process of its own, because it imports ES modules, which Jest refuses.
 */
export class KubernetesTab {
  readonly #component: Entity;
  readonly #process: ChildProcess;
  readonly #address: Promise<KubernetesTabAddress>;

  constructor(options: KubernetesTabOptions) {
    this.#component = options.component;
    this.#process = fork(require.resolve('./kubernetesTabProcess'), {
      execArgv: ['--require', '@backstage/cli/config/nodeTransform.cjs'],
      env: { ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'error' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#address = new Promise((resolve, reject) => {
      // Backstage's TypeScript loader also sends messages over this channel.
      this.#process.on('message', (message: Partial<KubernetesTabAddress>) => {
        if (message.url && message.authorization) {
          resolve(message as KubernetesTabAddress);
        }
      });
      this.#process.once('exit', code =>
        reject(new Error(`plugin-kubernetes ended with ${code}`)),
      );
    });
    // The error is thrown where the address is awaited; this avoids an
    // unhandled rejection.
    this.#address.catch(() => {});
    this.#process.send(options);
  }

  /** Sends the requests that the tab sends. */
  async open(): Promise<{ errors: KubernetesTabError[]; pods: number }> {
    const { url, authorization } = await this.#address;
    const response = await fetch(`${url}/api/kubernetes/services/shop`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ entity: this.#component, auth: {} }),
      signal: AbortSignal.timeout(10_000),
    });
    const body = await response.json();
    if (!response.ok || body.items.length !== 1) {
      throw new Error(`${response.status}: ${JSON.stringify(body)}`);
    }
    const [{ errors, resources }] = body.items;
    const pods = resources.find(
      ({ type }: { type: string }) => type === 'pods',
    );
    return { errors, pods: pods?.resources.length ?? 0 };
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const ended = new Promise(resolve => this.#process.once('exit', resolve));
      this.#process.kill('SIGKILL');
      await ended;
    }
  }
}
