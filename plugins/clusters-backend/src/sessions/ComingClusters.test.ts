import { knownCluster } from '../__testUtils__/knownCluster';
import type { ClusterSession } from './ClusterSession';
import { ComingClusters } from './ComingClusters';
import type { SavedState, SavedStates } from './SavedStates';

const cluster = knownCluster('a');
const SECOND = 1_000;

/** A cluster that is being prepared, and how far that is. */
function preparing(
  session: Partial<Pick<ClusterSession, 'waitsForVerdict' | 'isRead'>>,
  saved: SavedState = {},
) {
  const savedStates = {
    async load(clusters, use) {
      clusters.forEach(each => use(each, saved));
    },
  } as Pick<SavedStates, 'load'> as SavedStates;
  const coming = new ComingClusters(savedStates);
  coming.prepare(
    cluster,
    () =>
      ({
        ...session,
        prepare() {},
        update() {},
      } as Partial<ClusterSession> as ClusterSession),
  );
  return coming;
}

describe('ComingClusters', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it.each([
    ['nothing', { waitsForVerdict: true, isRead: false }, 0, [false, false]],
    [
      'what a verdict requires',
      { waitsForVerdict: false, isRead: false },
      0,
      [true, false],
    ],
    ['everything', { waitsForVerdict: false, isRead: true }, 0, [true, true]],
    [
      'nothing in 29 seconds',
      { waitsForVerdict: true, isRead: false },
      29,
      [false, false],
    ],
    [
      'nothing in 31 seconds',
      { waitsForVerdict: true, isRead: false },
      31,
      [true, false],
    ],
  ])(
    'can be taken over when it read %s',
    (_what, session, seconds, [urgent, calm]) => {
      const coming = preparing(session);
      jest.advanceTimersByTime(seconds * SECOND);
      coming.loadStates();
      expect(coming.isRead('a', true)).toBe(urgent);
      expect(coming.isRead('a', false)).toBe(calm);
    },
  );

  it('cannot be taken over without what its owner remembered', () => {
    const coming = preparing(
      { waitsForVerdict: false, isRead: true },
      'databaseDown',
    );
    coming.loadStates();
    expect(coming.isRead('a', true)).toBe(false);
  });

  it.each([
    [false, 119, false],
    [false, 121, true],
    [true, 121, false],
  ])(
    'is left to its owner when it was not read in time (%s, %d s)',
    (isRead, seconds, isLeft) => {
      const coming = preparing({ waitsForVerdict: false, isRead });
      jest.advanceTimersByTime(seconds * SECOND);
      expect(coming.cannotRead('a')).toBe(isLeft);
    },
  );

  it('knows nothing of other clusters, and of those that were taken', () => {
    const coming = preparing({ waitsForVerdict: false, isRead: true });
    coming.loadStates();
    expect(coming.isRead('b', true)).toBe(false);
    expect(coming.cannotRead('b')).toBe(false);
    expect(coming.take('a')).toBeDefined();
    expect(coming.isRead('a', true)).toBe(false);
    expect(coming.keepOnly(() => false)).toEqual([]);
  });
});
