import { eventually } from './eventually';
import { waitFor } from './waitFor';

describe('waitFor', () => {
  it('returns the result of the first check that does not throw', async () => {
    let checks = 0;
    const check = () => {
      checks += 1;
      if (checks < 3) {
        throw new Error('not yet');
      }
      return checks;
    };
    expect(await waitFor(check)).toBe(3);
  });

  it('throws the last error of the check when the time is over', async () => {
    const check = () => Promise.reject(new Error('never'));
    await expect(waitFor(check, 50)).rejects.toThrow('never');
  });
});

describe('eventually', () => {
  it('asks until there is an answer', async () => {
    const answers = [undefined, false as const, 0, 1];
    expect(await eventually(() => answers.shift())).toBe(0);
  });

  it('names the question that had no answer', async () => {
    await expect(eventually(() => undefined, 50)).rejects.toThrow(
      'still not so',
    );
  });
});
