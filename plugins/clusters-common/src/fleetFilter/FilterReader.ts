import { fleetFilterKey, fleetFilterWords, searchedText } from './filterKeys';
import type { RowPredicate } from './filterKinds';
import type { FilterProblem } from './FilterProblem';
import type { FilterWord } from './filterWords';
import { all, any, not } from './Match';
import { nearestWords } from './nearestWords';

/**
 * Maximum depth of nesting; sensible lines of 500 characters stay far below.
 */
const DEEPEST = 20;

/** Parses words by recursive descent: any of (all of (words and groups)). */
export class FilterReader {
  readonly problems: FilterProblem[] = [];
  readonly #words: FilterWord[];
  #next = 0;

  constructor(words: FilterWord[]) {
    this.#words = words;
  }

  readAll(): RowPredicate {
    const parts: RowPredicate[] = [];
    while (this.#next < this.#words.length) {
      const word = this.#words[this.#next];
      if (word.kind === 'close') {
        this.#problem(word, 'this parenthesis closes nothing', []);
        this.#next += 1;
      } else {
        parts.push(this.#readAlternatives(0));
      }
    }
    return row => all(parts.map(part => part(row)));
  }

  #readAlternatives(depth: number): RowPredicate {
    const alternatives = [this.#readTogether(depth)];
    while (this.#words[this.#next]?.kind === 'or') {
      this.#next += 1;
      alternatives.push(this.#readTogether(depth));
    }
    return row => any(alternatives.map(one => one(row)));
  }

  #readTogether(depth: number): RowPredicate {
    const parts: RowPredicate[] = [];
    for (
      let word = this.#words[this.#next];
      word && word.kind !== 'or' && word.kind !== 'close';
      word = this.#words[this.#next]
    ) {
      this.#next += 1;
      const part =
        word.kind === 'open'
          ? this.#readGroup(word, depth + 1)
          : this.#readWord(word);
      parts.push(word.negated ? row => not(part(row)) : part);
    }
    if (parts.length === 0) {
      this.#nothingHere();
    }
    return row => all(parts.map(part => part(row)));
  }

  /** The problem of an `OR` or a parenthesis without an operand. */
  #nothingHere(): void {
    const isEnd = this.#next === this.#words.length;
    const word = this.#words[isEnd ? this.#next - 1 : this.#next];
    const message =
      word.kind === 'or'
        ? 'OR needs something on both sides'
        : 'there is nothing between the parentheses';
    this.#problem(word, message, [], isEnd);
  }

  #readGroup(open: FilterWord, depth: number): RowPredicate {
    if (depth > DEEPEST) {
      this.#problem(
        open,
        `parentheses are nested more than ${DEEPEST} deep`,
        [],
      );
      this.#next = this.#words.length;
      return () => undefined;
    }
    const group = this.#readAlternatives(depth);
    if (this.#words[this.#next]?.kind === 'close') {
      this.#next += 1;
    } else {
      this.#problem(open, 'this parenthesis is not closed', [], true);
    }
    return group;
  }

  #readWord(word: FilterWord): RowPredicate {
    if (word.isOpenQuote) {
      this.#problem(word, 'the quote is not closed', [`${word.text}"`], true);
      return () => undefined;
    }
    if (word.key === undefined) {
      const wanted = (word.values[0] ?? '').toLowerCase();
      return row => searchedText(row).includes(wanted);
    }
    return this.#readPair(word, word.key);
  }

  #readPair(word: FilterWord, name: string): RowPredicate {
    const key = fleetFilterKey(name);
    const rest = word.text.slice(word.text.indexOf(':'));
    if (!key) {
      const near = nearestWords(name, fleetFilterWords);
      const known = fleetFilterWords.join(', ');
      this.#problem(
        word,
        `"${name}" is none of ${known}`,
        near.map(each => `${each}${rest}`),
      );
      return () => undefined;
    }
    if (word.values.length === 0) {
      const examples = key.examples.map(each => `${name}:${each}`);
      this.#problem(word, `"${name}:" needs a value`, examples, true);
      return () => undefined;
    }
    const alternatives = word.values.map((value): RowPredicate => {
      const read = key.read(value);
      if (typeof read === 'function') {
        return read;
      }
      this.#problem(
        word,
        read.message,
        read.suggestions.map(each => `${name}:${each}`),
      );
      return () => undefined;
    });
    return row => any(alternatives.map(one => one(row)));
  }

  #problem(
    { text, start, end }: FilterWord,
    message: string,
    suggestions: string[],
    unfinished = false,
  ): void {
    this.problems.push({
      word: text,
      start,
      end,
      message,
      suggestions,
      ...(unfinished && { unfinished }),
    });
  }
}
