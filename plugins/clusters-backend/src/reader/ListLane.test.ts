import { ListLane } from './ListLane';
import { createReaderGates } from './ReaderGates';
import { defaultReaderLimits } from './ReaderLimits';

/** Lets each cluster fetch its pages one after another, one page at a time. */
async function order(clusters: Record<string, number>): Promise<string> {
  const gates = createReaderGates({ pages: 1 });
  const signal = new AbortController().signal;
  const begin = await gates.listing.enter();
  const log: string[] = [];
  const reading = Object.entries(clusters).map(async ([name, pages]) => {
    const lane = new ListLane(gates, defaultReaderLimits);
    let left = pages;
    const next = async (): Promise<void> => {
      if (left > 0) {
        left -= 1;
        const leave = await lane.enter(signal, 'later');
        log.push(name);
        // The next page is asked for before this one is left.
        const rest = next();
        leave();
        await rest;
      }
    };
    await Promise.all([next(), next()]);
  });
  begin();
  await Promise.all(reading);
  return log.join('');
}

describe('ListLane', () => {
  it('reads a cluster to its end before the next one', async () => {
    expect(await order({ a: 5, b: 3, c: 4 })).toBe('aaaaabbbcccc');
  });

  it('lets small clusters in between the pages of a large one', async () => {
    const pages = await order({ a: 200, b: 3, c: 4 });
    expect(pages.replaceAll('a', '')).toBe('bbbcccc');
    expect(pages.indexOf('b')).toBe(64);
    expect(pages.indexOf('c')).toBe(67);
  });
});
