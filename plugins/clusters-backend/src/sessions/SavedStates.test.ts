import { mockServices } from '@backstage/backend-test-utils';
import { knownCluster } from '../__testUtils__/knownCluster';
import type { LoadedState } from '../state/loadStates';
import { SavedStates } from './SavedStates';

const clusters = ['a', 'b', 'c'].map(name => knownCluster(name));
const state = { memory: {} } as LoadedState;

function savedStates(
  loadStates: () => Promise<ReadonlyMap<string, LoadedState>>,
) {
  const logger = mockServices.logger.mock();
  return { logger, saved: new SavedStates({ logger, loadStates }) };
}

describe('SavedStates', () => {
  it('gives each cluster its state, or none', async () => {
    const { saved } = savedStates(async () => new Map([['b', state]]));
    const use = jest.fn();
    await saved.load(clusters, use);
    expect(use.mock.calls).toEqual([
      [clusters[0], {}],
      [clusters[1], { state }],
      [clusters[2], {}],
    ]);
  });

  it('tells a database that is down from a cluster without a state', async () => {
    const { saved, logger } = savedStates(async () => {
      throw new Error('down');
    });
    const use = jest.fn();
    await saved.load(clusters.slice(0, 1), use);
    expect(use).toHaveBeenCalledWith(clusters[0], 'databaseDown');
    expect(logger.warn).toHaveBeenCalledWith(
      'Could not load the state of a',
      expect.any(Error),
    );
  });

  it('goes on, and loads again, when one cluster fails', async () => {
    const { saved, logger } = savedStates(async () => new Map());
    const use = jest.fn((cluster: (typeof clusters)[number]) => {
      if (cluster.name === 'a') {
        throw new Error('broken');
      }
    });
    await saved.load(clusters, use);
    await saved.load(clusters, use);
    expect(use.mock.calls.map(([{ name }]) => name)).toEqual([
      ...['a', 'b', 'c'],
      ...['a', 'b', 'c'],
    ]);
    expect(logger.error).toHaveBeenCalledTimes(2);
  });

  it('loads a cluster once at a time', async () => {
    const loadStates = jest.fn(async () => new Map());
    const { saved } = savedStates(loadStates);
    const use = jest.fn();
    await Promise.all([saved.load(clusters, use), saved.load(clusters, use)]);
    expect(use).toHaveBeenCalledTimes(3);
    await saved.load(clusters, use);
    expect(use).toHaveBeenCalledTimes(6);
  });
});
