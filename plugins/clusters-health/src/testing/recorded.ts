import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedDirectory } from '@clusterworks/test-support';
import { type ClusterCapture, captureFromBundle } from '../kinds';

const directory = join(sharedDirectory, 'recorded');

/** Whether recorded clusters are available on this machine. */
export const recordedPresent = existsSync(join(directory, 'truth.json'));

/** What is known about one recorded cluster. */
export interface Truth {
  verdict: string;
  findings: string[];
  may?: string[];
  why?: string;
}

/**
 * What is known about each recorded cluster; empty when no recordings exist.
 */
export function readTruth(): Record<string, Truth> {
  if (!recordedPresent) {
    return {};
  }
  return JSON.parse(readFileSync(join(directory, 'truth.json'), 'utf8'));
}

/** One recorded cluster as a capture, with the time from its notes. */
export function readRecorded(name: string): ClusterCapture {
  const folder = join(directory, name);
  const [file] = readdirSync(folder).filter(entry => entry.endsWith('.json'));
  const notes = readFileSync(join(folder, 'notes.md'), 'utf8');
  const now = /- now: (\S+)/.exec(notes)?.[1];
  return captureFromBundle(
    [{ name: file, text: readFileSync(join(folder, file), 'utf8') }],
    { now },
  );
}

/** All recorded and reported clusters as captures; empty when none exist. */
export function readAllClusters(): [name: string, capture: ClusterCapture][] {
  return ['recorded', 'reported'].flatMap(folder => {
    const root = join(sharedDirectory, folder);
    const names = existsSync(root) ? readdirSync(root) : [];
    return names.flatMap((name): [string, ClusterCapture][] => {
      const file = ['bundle.json', 'capture.json']
        .map(entry => join(root, name, entry))
        .find(path => existsSync(path));
      const text = file && readFileSync(file, 'utf8');
      return text ? [[name, captureFromBundle([{ name, text }], {})]] : [];
    });
  });
}
