import { setImmediate as settled } from 'node:timers/promises';
import { createReaderGates } from './ReaderGates';
import type { Urgency } from './WorkQueue';

describe('createReaderGates', () => {
  it.each(['listing', 'relisting'] as const)(
    'lets few pages into %s that no verdict needs, while one is awaited',
    async name => {
      const { awaited, [name]: gate } = createReaderGates();
      let inside = 0;
      const enter = async (urgency: Urgency) => {
        await gate.enter(undefined, urgency);
        inside += 1;
      };
      const hasVerdict = awaited.add();
      const entering = Array.from({ length: 10 }, () => enter('later'));
      await settled();
      expect(inside).toBe(4);
      await enter('soon');
      expect(inside).toBe(5);
      hasVerdict();
      await Promise.all(entering);
      expect(inside).toBe(11);
    },
  );
});
