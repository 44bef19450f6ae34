import { waitFor } from '@clusterworks/test-support';
import { collectGarbage } from '../__testUtils__/hostile/collectGarbage';
import { ReaderError } from './ReaderError';

/** Stands for a scanner that holds a page. */
class Scanner {
  fail(): ReaderError {
    return new ReaderError('malformed', 'not JSON');
  }
}

function failedScanner() {
  const scanner = new Scanner();
  return { error: scanner.fail(), scanner: new WeakRef(scanner) };
}

describe('ReaderError', () => {
  it('keeps nothing alive of the code that made it', async () => {
    const { error, scanner } = failedScanner();
    await waitFor(() => {
      collectGarbage();
      expect(scanner.deref()).toBeUndefined();
    }, 10_000);
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).toBe('ReaderError: not JSON');
  });
});
