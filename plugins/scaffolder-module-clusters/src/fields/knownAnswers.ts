import type { ApiHolder } from '@backstage/core-plugin-api';

const known = new WeakMap<ApiHolder, Map<string, unknown>>();

/**
 * Keeps an answer of the backend for the validation of a field. Validation asks
 * nobody itself: the scaffolder would write the values that the step had when
 * it began over those that somebody types meanwhile.
 */
export function rememberAnswer(
  apiHolder: ApiHolder,
  key: string,
  answer: unknown,
): void {
  const answers = known.get(apiHolder) ?? new Map<string, unknown>();
  known.set(apiHolder, answers.set(key, answer));
}

/** The last answer; undefined when there was none yet. */
export function knownAnswer<T>(
  apiHolder: ApiHolder,
  key: string,
): T | undefined {
  return known.get(apiHolder)?.get(key) as T | undefined;
}
