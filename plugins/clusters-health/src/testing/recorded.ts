import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ClusterCapture, captureFromBundle } from '../kinds';

const shared =
  process.env.CLUSTERWORKS_SHARED_DIR ??
  resolve(__dirname, '../../../../../shared');
const directory = resolve(shared, 'recorded');

/** Whether the recorded clusters are there. */
export const recordedPresent = existsSync(resolve(directory, 'truth.json'));

/** What is true of one recorded cluster. */
export interface Truth {
  verdict: string;
  findings: string[];
  may?: string[];
  why?: string;
}

/** What is true of each recorded cluster; empty when they are absent. */
export function readTruth(): Record<string, Truth> {
  if (!recordedPresent) return {};
  return JSON.parse(readFileSync(resolve(directory, 'truth.json'), 'utf8'));
}

/** One recorded cluster as a capture, at the time of its notes. */
export function readRecorded(name: string): ClusterCapture {
  const folder = resolve(directory, name);
  const [file] = readdirSync(folder).filter(entry => entry.endsWith('.json'));
  const notes = readFileSync(resolve(folder, 'notes.md'), 'utf8');
  const now = /- now: (\S+)/.exec(notes)?.[1];
  return captureFromBundle(
    [{ name: file, text: readFileSync(resolve(folder, file), 'utf8') }],
    { now },
  );
}

/** Every cluster that is recorded or reported, as captures; none when absent. */
export function readAllClusters(): [name: string, capture: ClusterCapture][] {
  return ['recorded', 'reported'].flatMap(folder => {
    const root = resolve(shared, folder);
    const names = existsSync(root) ? readdirSync(root) : [];
    return names.flatMap((name): [string, ClusterCapture][] => {
      const file = ['bundle.json', 'capture.json']
        .map(entry => resolve(root, name, entry))
        .find(path => existsSync(path));
      const text = file && readFileSync(file, 'utf8');
      return text ? [[name, captureFromBundle([{ name, text }], {})]] : [];
    });
  });
}
