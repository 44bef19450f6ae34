import { once } from 'node:events';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseProxy } from './DatabaseProxy';

const PIECES = 400;

describe('DatabaseProxy', () => {
  it('keeps the order of what it passes on, however its delay changes', async () => {
    const numbers: number[] = [];
    let rest = '';
    const target = net.createServer(socket =>
      socket.setEncoding('utf8').on('data', (text: string) => {
        const parts = (rest + text).split(' ');
        rest = parts.pop() ?? '';
        numbers.push(...parts.map(Number));
      }),
    );
    await once(target.listen(0, '127.0.0.1'), 'listening');
    const { port } = target.address() as net.AddressInfo;
    const proxy = new DatabaseProxy({ host: '127.0.0.1', port });
    const client = net.connect(await proxy.open(), '127.0.0.1');
    client.setNoDelay();
    for (let piece = 0; piece < PIECES; piece += 1) {
      proxy.delayMs = piece % 3 === 0 ? 7 : 0;
      client.write(`${piece} `);
      await sleep(1);
    }
    while (numbers.length < PIECES) {
      await sleep(5);
    }
    expect(numbers).toEqual(Array.from({ length: PIECES }, (_, at) => at));
    client.destroy();
    proxy.close();
    target.close();
  });
});
