import { createMockDirectory } from '@backstage/backend-test-utils';
import { showInDryRun } from './showInDryRun';

describe('showInDryRun', () => {
  const workspace = createMockDirectory();

  it('shows what fits, and says how many files do not', async () => {
    const files = { 'a/b.yaml': 'x: 1\n', huge: 'ü'.repeat(50), c: 'last' };
    expect(await showInDryRun(workspace.path, files, 20)).toBe(1);
    expect(workspace.content({ shouldReadAsText: true })).toEqual({
      a: { 'b.yaml': 'x: 1\n' },
      c: 'last',
    });
  });
});
