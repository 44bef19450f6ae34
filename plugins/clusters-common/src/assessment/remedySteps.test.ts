import { remedySteps } from './remedySteps';

describe('remedySteps', () => {
  it('joins consecutive steps with the same text', () => {
    expect(
      remedySteps([
        { text: 'look', command: 'see a' },
        { text: 'look', command: 'see b' },
        { text: 'think' },
        { text: 'look', command: 'see c' },
      ]),
    ).toEqual([
      { text: 'look', commands: ['see a', 'see b'] },
      { text: 'think', commands: [] },
      { text: 'look', commands: ['see c'] },
    ]);
  });
});
