import { PassThrough } from 'node:stream';
import { waitFor } from '@clusterworks/test-support';
import { MemoryBudget } from './MemoryBudget';
import { readLines } from './readLines';
import { Throttle } from './Throttle';

const MIB = 1024 * 1024;

function reading() {
  const body = new PassThrough();
  const budget = new MemoryBudget(MIB, 'Answers under way');
  const lines: string[] = [];
  const done = readLines(body, {
    maxLineBytes: MIB,
    budget,
    throttle: new Throttle(),
    signal: new AbortController().signal,
    idleMs: 60_000,
    onLine: line => lines.push(line.toString()),
  });
  return { body, budget, lines, done };
}

describe('readLines', () => {
  it('holds memory only while a line is unfinished', async () => {
    const { body, budget, lines, done } = reading();
    body.write('one\ntw');
    await waitFor(() => expect(budget.used).toBeGreaterThan(0));
    expect(lines).toEqual(['one']);
    body.write('o\n');
    await waitFor(() => expect(lines).toEqual(['one', 'two']));
    expect(budget.used).toBe(0);
    body.write('th');
    body.write('ree\nfo');
    await waitFor(() => expect(lines).toEqual(['one', 'two', 'three']));
    expect(budget.used).toBeGreaterThan(0);
    body.end('ur\n');
    await done;
    expect(lines).toEqual(['one', 'two', 'three', 'four']);
    expect(budget.used).toBe(0);
  });
});
