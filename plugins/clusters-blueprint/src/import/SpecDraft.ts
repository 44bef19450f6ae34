import { allowedValues } from './allowedValues';
import type { ImportDifference } from './ImportDifference';
import type { ImportQuestion } from './ImportQuestion';

/** Answers by the path of the field, such as `spec.environment`. */
export type Answers = ReadonlyMap<string, unknown>;

type Mapping = { [key: string]: unknown };

/** Sets a value; all paths are fixed in this package. */
function setAt(root: Mapping, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() ?? path;
  let at = root;
  for (const key of keys) {
    const next = at[key];
    if (typeof next === 'object' && next !== null) {
      at = next as Mapping;
    } else {
      const made: Mapping = {};
      at[key] = made;
      at = made;
    }
  }
  at[last] = value;
}

/**
 * A `cluster.yaml` in the making: values that are known, questions for those
 * that are not, and differences that no value can express.
 */
export class SpecDraft {
  readonly questions: ImportQuestion[] = [];
  readonly differences: ImportDifference[] = [];
  readonly #document: Mapping = {};
  readonly #answers: Answers;
  readonly #asked = new Set<string>();

  constructor(answers: Answers) {
    this.#answers = answers;
  }

  get document(): Record<string, unknown> {
    return this.#document;
  }

  /** Sets a value that the facts tell; undefined sets nothing. */
  set(path: string, value: unknown): void {
    if (value !== undefined) {
      setAt(this.#document, path, value);
    }
  }

  /**
   * Takes the answer for a field that the facts do not tell, or asks for it.
   *
   * @returns the answer; undefined when it was not given, or is `null`
   */
  ask(
    path: string,
    question: string,
    options: { optional?: boolean; command?: string } = {},
  ): unknown {
    this.#asked.add(path);
    const answer = this.#answers.get(path);
    const isNone = answer === null && options.optional === true;
    if (answer !== undefined && (answer !== null || isNone)) {
      this.set(path, answer ?? undefined);
      return answer ?? undefined;
    }
    this.questions.push({
      path,
      question,
      allowed: allowedValues(path),
      optional: options.optional ?? false,
      ...(options.command ? { command: options.command } : {}),
    });
    return undefined;
  }

  /** Takes the answer for a field that nobody needs to answer. */
  take(path: string): void {
    this.#asked.add(path);
    this.set(path, this.#answers.get(path) ?? undefined);
  }

  /** Says what no value of `cluster.yaml` expresses. */
  differ(what: string, message: string): void {
    this.differences.push({ what, message });
  }

  /** The paths of answers that nobody asked for. */
  unasked(): string[] {
    const asked = [...this.#asked];
    return [...this.#answers]
      .filter(
        ([path, answer]) =>
          !this.#asked.has(path) &&
          // A mapping of which nothing is filled in yet.
          !(answer === null && asked.some(each => each.startsWith(`${path}.`))),
      )
      .map(([path]) => path);
  }
}
