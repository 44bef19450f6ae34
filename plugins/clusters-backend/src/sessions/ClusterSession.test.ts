import { knownCluster } from '../__testUtils__/knownCluster';
import type { ClusterDetails } from '../discovery/KnownCluster';
import {
  ClusterReader,
  type ClusterTarget,
  createReaderGates,
  defaultReaderLimits,
} from '../reader';
import { ClusterSession } from './ClusterSession';

jest.mock('../reader', () => ({
  ...jest.requireActual('../reader'),
  ClusterReader: jest.fn(),
}));

/** A session in a busy process; its reader has read nothing yet. */
function startSession() {
  const reader = {
    ...{ readingFirst: true, requiredRead: false, connected: true },
    start() {},
    async stop() {},
    facts: () => undefined,
  };
  let change: (isFirstList: boolean) => void = () => {};
  jest.mocked(ClusterReader).mockImplementation(({ onChange }) => {
    change = onChange;
    return reader as unknown as ClusterReader;
  });
  const gates = createReaderGates();
  jest.spyOn(gates.load, 'share', 'get').mockReturnValue(1);
  const onAssessed = jest.fn();
  const cluster = { ...knownCluster('a'), details: {} as ClusterDetails };
  const session = new ClusterSession(cluster, {
    ...{ limits: defaultReaderLimits, gates, onAssessed },
    now: Date.now,
    target: () => ({} as ClusterTarget),
    lastView: () => undefined,
    onError(_, error) {
      throw error;
    },
  });
  session.start();
  return {
    reader,
    change: (isFirstList: boolean) => change(isFirstList),
    times: () => onAssessed.mock.calls.length,
  };
}

describe('ClusterSession', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it.each([
    ['a kind was listed for the first time', 30_000, true],
    ['something that was read before changed', 5_000, false],
  ])(
    'while kinds are read and %s, it is judged after %i ms',
    async (_, ms, isFirstList) => {
      const { reader, change, times } = startSession();
      reader.requiredRead = true;
      change(true);
      await jest.advanceTimersByTimeAsync(200);
      // At the start, and when everything was read that a verdict requires.
      expect(times()).toBe(2);
      change(isFirstList);
      await jest.advanceTimersByTimeAsync(ms - 1);
      expect(times()).toBe(2);
      await jest.advanceTimersByTimeAsync(10);
      expect(times()).toBe(3);
    },
  );

  it('is judged soon when everything was read', async () => {
    const { reader, change, times } = startSession();
    Object.assign(reader, { requiredRead: true, readingFirst: false });
    change(true);
    await jest.advanceTimersByTimeAsync(200);
    expect(times()).toBe(2);
  });
});
