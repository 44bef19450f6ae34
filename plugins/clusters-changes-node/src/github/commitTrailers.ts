import { isUserRef } from './Requester';

/** Marks commits as ours: a branch with other commits is not overwritten. */
const MARK = 'Generated-by: clusterworks';
const REQUESTER = 'Requested-by: ';

/**
 * The end of a commit message: who requested the change, and that we created
 * the commit.
 */
export function commitTrailers(requester: string | undefined): string {
  return [...(requester ? [REQUESTER + requester] : []), MARK].join('\n');
}

/**
 * Reads the trailers at the end of a commit message and ignores the text above,
 * which users can write. Absent when the commit is not ours.
 */
export function readCommitTrailers(
  message: string,
): { requester?: string } | undefined {
  const lines = message.trimEnd().split('\n\n').at(-1)?.split('\n') ?? [];
  if (!lines.includes(MARK)) {
    return undefined;
  }
  const requester = lines
    .filter(line => line.startsWith(REQUESTER))
    .map(line => line.slice(REQUESTER.length))
    .find(isUserRef);
  return requester ? { requester } : {};
}
