import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as it arrived. */
export interface ReceivedMessage {
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** How the receiver answers: a status with headers, or never. */
export type ReceiverAnswer =
  | number
  | { status: number; location: string }
  | 'hang';

/** A system that receives webhooks, on a port of the loopback interface. */
export class WebhookReceiver {
  readonly messages: ReceivedMessage[] = [];
  /** Decides the answer to each message; everything is accepted at first. */
  answer: (message: ReceivedMessage) => ReceiverAnswer = () => 204;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer(async (request, response) => {
      const message = await received(request);
      this.messages.push(message);
      const answer = this.answer(message);
      if (answer === 'hang') {
        return;
      }
      const { status, ...headers } =
        typeof answer === 'number' ? { status: answer } : answer;
      response.writeHead(status, headers).end('an answer that nobody reads');
    });
  }

  static async start(): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver();
    await new Promise<void>(resolve => {
      receiver.#server.listen(0, '127.0.0.1', resolve);
    });
    return receiver;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/hooks/opens-the-door`;
  }

  /** What the bodies of all messages say. */
  get events(): { cluster: string; revision: number; verdict: string }[] {
    return this.messages.map(({ body }) => JSON.parse(body).data);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }
}

async function received(request: IncomingMessage): Promise<ReceivedMessage> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) {
    body += chunk;
  }
  return {
    path: request.url ?? '',
    headers: request.headers as Record<string, string>,
    body,
  };
}
