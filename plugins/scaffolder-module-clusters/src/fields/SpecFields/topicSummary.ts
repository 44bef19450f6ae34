import type { Topic } from './topicsOfSpec';

/** Values that a folded topic shows. */
const MOST = 5;

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === false ||
    value === '' ||
    value === 0 ||
    (typeof value === 'object' &&
      value !== null &&
      Object.keys(value).length === 0)
  );
}

function wordsOf(path: string, value: unknown): string {
  // `addons.ebsCsiDriver.enabled` is the add-on itself.
  const keys = path.replace(/\.enabled$/, '').split('.');
  const name = keys.slice(keys.at(-1) === 'version' ? -2 : -1).join(' ');
  if (value === true) {
    return name;
  }
  if (Array.isArray(value)) {
    return `${name} ${value
      .map(each => (typeof each === 'object' ? '…' : String(each)))
      .join(' ')}`;
  }
  return typeof value === 'object' ? name : `${name} ${value}`;
}

/** What holds in a topic, in the words of `cluster.yaml`. */
export function topicSummary(
  { fields }: Topic,
  valueOf: (path: string) => unknown,
): string {
  const shown = fields
    .map(({ path }) => ({ path, value: valueOf(path) }))
    .filter(({ value }) => !isEmpty(value))
    .map(({ path, value }) => wordsOf(path, value));
  const more = shown.length - MOST;
  return more > 0
    ? `${shown.slice(0, MOST).join(' · ')} · +${more}`
    : shown.join(' · ');
}
