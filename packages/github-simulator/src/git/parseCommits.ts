import type { GitCommit } from './types';

const FIELDS = 10;

/** Format for `git log -z`: fields divided by 0x1f, the message last. */
export const COMMIT_FORMAT = [
  '%H',
  '%T',
  '%P',
  '%an',
  '%ae',
  '%aI',
  '%cn',
  '%ce',
  '%cI',
  '%B',
].join('%x1f');

/** Reads what `git log -z` printed in {@link COMMIT_FORMAT}. */
export function parseCommits(text: string): GitCommit[] {
  return text
    .split('\0')
    .filter(record => record.includes('\x1f'))
    .map(record => {
      const fields = record.split('\x1f');
      const message = fields.slice(FIELDS - 1).join('\x1f');
      return {
        sha: fields[0],
        tree: fields[1],
        parents: fields[2].split(' ').filter(Boolean),
        author: { name: fields[3], email: fields[4], date: fields[5] },
        committer: { name: fields[6], email: fields[7], date: fields[8] },
        message: message.trimEnd(),
      };
    });
}
