import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { RunningPortal } from './RunningPortal';

/** A preview starts a thread from sources, which is slow on a busy machine. */
const ANSWER_MS = 180_000;

/** An agent that asks a portal over MCP, as one user. */
export class McpClient {
  static async connect(
    portal: RunningPortal,
    user: string,
  ): Promise<McpClient> {
    const token = await portal.tokenOf(user);
    const client = new Client({ name: 'test', version: '1.0.0' });
    await client.connect(
      new StreamableHTTPClientTransport(
        new URL(`${portal.baseUrl}/api/mcp-actions/v1`),
        { requestInit: { headers: { authorization: `Bearer ${token}` } } },
      ),
    );
    return new McpClient(client);
  }

  readonly #client: Client;

  private constructor(client: Client) {
    this.#client = client;
  }

  /** Names of the tools that are offered. */
  async tools(): Promise<string[]> {
    const { tools } = await this.#client.listTools();
    return tools.map(({ name }) => name);
  }

  /** The answer of an action of the clusters plugin; throws its error. */
  ask(name: string, input: Record<string, unknown>): Promise<any> {
    return this.call(`clusters.${name}`, input);
  }

  /** The answer of any tool; throws its error. */
  async call(name: string, input: Record<string, unknown>): Promise<any> {
    const { content, isError } = await this.#client.callTool(
      { name, arguments: input },
      undefined,
      { timeout: ANSWER_MS },
    );
    const text = (content as { text: string }[])
      .map(part => part.text)
      .join('\n');
    if (isError) {
      throw new Error(text);
    }
    return JSON.parse(text.replace(/^[^{]*?(\{[^]*\})[^}]*$/, '$1'));
  }

  async close(): Promise<void> {
    await this.#client.close();
  }
}
