import type { FilesByPath } from '../FilesByPath';
import { readRecord, writeRecord } from '../records';
import type { ChangePlan } from './planChanges';

/**
 * A plan that does not touch some of its files. The record keeps what it said
 * about them before, so that a later plan finds the base of their merge, or
 * writes them if they are not there.
 *
 * @param record - path of the record that names the files
 */
export function leaveOut(
  plan: ChangePlan,
  paths: readonly string[],
  record: string,
  current: FilesByPath,
): ChangePlan {
  const left = new Set(paths);
  const before = readRecord(current[record] ?? '')?.files ?? {};
  const next = readRecord(plan.write[record] ?? current[record] ?? '')?.files;
  const files = { ...next };
  for (const path of left) {
    if (before[path] === undefined) {
      delete files[path];
    } else {
      files[path] = before[path];
    }
  }
  const { [record]: _, ...others } = plan.write;
  const write = Object.fromEntries(
    Object.entries(others).filter(([path]) => !left.has(path)),
  );
  const text = writeRecord(files);
  const isNeeded =
    text !== current[record] &&
    (current[record] !== undefined || Object.keys(files).length > 0);
  return {
    ...plan,
    write: isNeeded ? { ...write, [record]: text } : write,
    delete: plan.delete.filter(path => !left.has(path)),
    conflicts: plan.conflicts.filter(({ path }) => !left.has(path)),
  };
}
