import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

interface Mail {
  from: string;
  to: string[];
  text: string;
}

/** A mail server that keeps what it gets. */
export async function startMailServer() {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    async onData(stream, { envelope }, done) {
      let text = '';
      for await (const chunk of stream.setEncoding('utf8')) {
        text += chunk;
      }
      const { mailFrom, rcptTo } = envelope;
      mails.push({
        from: mailFrom ? mailFrom.address : '',
        to: rcptTo.map(({ address }) => address),
        // Long lines are wrapped for the transport.
        text: text.replace(/=\r\n|\r\n /g, '').replaceAll('=3D', '='),
      });
      done();
    },
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    ...{ mails, port },
    stop: () => new Promise<void>(resolve => server.close(() => resolve())),
  };
}
