import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { freePort } from '@clusterworks/test-support';
import { BackendProcess } from './BackendProcess';

const source = path.resolve(__dirname, '..');
const root = path.resolve(source, '..', '..', '..');
const START_MS = 180_000;

/** An answer of the portal. */
export interface PortalAnswer {
  status: number;
  body: any;
}

/**
 * The backend of this repository with its own policy, the users of a test, and
 * a sign-in that accepts any name without a proof.
 */
export class RunningPortal {
  /**
   * @param entities - the entities of the catalog, including users and groups
   * @param config - on top of app-config.yaml
   */
  static async start(
    entities: object[],
    config: Record<string, object>,
  ): Promise<RunningPortal> {
    const parent = path.join(root, '.clusterworks');
    mkdirSync(parent, { recursive: true });
    // Inside of the repository, where imports find the packages.
    const folder = mkdtempSync(path.join(parent, 'portal-'));
    const write = (name: string, text: string) => {
      const file = path.join(folder, name);
      writeFileSync(file, text);
      return file;
    };
    const port = await freePort();
    const catalog = write(
      'entities.yaml',
      entities.map(entity => stringify(entity)).join('---\n'),
    );
    const baseUrl = `http://127.0.0.1:${port}`;
    const process = new BackendProcess({
      entry: write('index.ts', entryText()),
      config: [
        path.join(root, 'app-config.yaml'),
        write(
          'app-config.test.yaml',
          stringify({
            ...config,
            backend: {
              ...config.backend,
              ...{ baseUrl, listen: { host: '127.0.0.1', port } },
            },
            auth: { environment: 'development', providers: { named: {} } },
            catalog: {
              ...config.catalog,
              locations: [
                {
                  type: 'file',
                  target: catalog,
                  rules: [
                    {
                      allow: [
                        ...['User', 'Group', 'Resource', 'Component'],
                        'Template',
                      ],
                    },
                  ],
                },
              ],
            },
          }),
        ),
      ],
      env: { NODE_ENV: 'development', LOG_LEVEL: 'info' },
    });
    const portal = new RunningPortal(baseUrl, process, folder);
    await process.said(/Plugin initialization complete/, START_MS);
    return portal;
  }

  /** Address of the backend, without a slash at the end. */
  readonly baseUrl: string;
  readonly #process: BackendProcess;
  readonly #folder: string;
  readonly #tokens = new Map<string, Promise<string>>();

  private constructor(
    baseUrl: string,
    process: BackendProcess,
    folder: string,
  ) {
    this.baseUrl = baseUrl;
    this.#process = process;
    this.#folder = folder;
  }

  /** The log of the portal. */
  get output(): string {
    return this.#process.output;
  }

  /** Number of the portal's process in the operating system. */
  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Sends a request as a user, or without credentials. */
  async send(
    user: string | undefined,
    request: string,
    options: { body?: object; headers?: Record<string, string> } = {},
  ): Promise<PortalAnswer> {
    const [method, url] = request.split(' ');
    const token = user && (await this.tokenOf(user));
    const response = await fetch(`${this.baseUrl}/api${url}`, {
      method,
      headers: {
        ...(options.body && { 'content-type': 'application/json' }),
        ...(token && { authorization: `Bearer ${token}` }),
        ...options.headers,
      },
      ...(options.body && { body: JSON.stringify(options.body) }),
      signal: AbortSignal.timeout(180_000),
    });
    const text = await response.text();
    return { status: response.status, body: parsed(text) };
  }

  async stop(): Promise<void> {
    await this.#process.stop();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 20 });
  }

  /** A token of a user, who is signed in if there is none yet. */
  tokenOf(user: string): Promise<string> {
    let token = this.#tokens.get(user);
    if (!token) {
      token = this.#signIn(user);
      this.#tokens.set(user, token);
      token.catch(() => this.#tokens.delete(user));
    }
    return token;
  }

  async #signIn(user: string): Promise<string> {
    const { status, body } = await this.send(
      undefined,
      'GET /auth/named/refresh?env=development',
      { headers: { 'x-user': user, 'x-requested-with': 'XMLHttpRequest' } },
    );
    if (status !== 200) {
      throw new Error(`${user} cannot sign in: ${JSON.stringify(body)}`);
    }
    return body.backstageIdentity.token;
  }
}

/** The portal's own index with one more sign-in, to be read from anywhere. */
function entryText(): string {
  const start = 'backend.start()';
  const index = readFileSync(path.join(source, 'index.ts'), 'utf8');
  const signIn = path.join(__dirname, 'signInAs.ts');
  return index
    .replace(
      /'(\.\/[^']+)'/g,
      (_, file) => `'${require.resolve(path.join(source, file))}'`,
    )
    .replace(start, `backend.add(import('${signIn}'));\n${start}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
