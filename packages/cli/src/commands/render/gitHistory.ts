import { execFileSync } from 'node:child_process';
import { sha256 } from '@clusterworks/plugin-clusters-blueprint';

function git(root: string, args: string[]): string | undefined {
  try {
    return execFileSync('git', ['-C', root, ...args], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    // Without git, a repository or the path there is no history.
    return undefined;
  }
}

/**
 * Finds earlier contents of a file by their SHA-256 in the git history of the
 * directory, wherever the repository's root is.
 */
export function gitHistory(
  root: string,
): (path: string, hash: string) => string | undefined {
  return (path, hash) => {
    const log = git(root, [
      'log',
      '--all',
      '--full-history',
      '--raw',
      '--no-abbrev',
      '--no-renames',
      '--format=',
      '--',
      path,
    ]);
    // `:100644 100644 <old blob> <new blob> M<tab>path`
    const blobs = (log ?? '')
      .split('\n')
      .map(line => line.split(' ')[3])
      .filter(blob => blob && !/^0+$/.test(blob));
    for (const blob of new Set(blobs)) {
      const content = git(root, ['cat-file', 'blob', blob]);
      if (content !== undefined && sha256(content) === hash) {
        return content;
      }
    }
    return undefined;
  };
}
