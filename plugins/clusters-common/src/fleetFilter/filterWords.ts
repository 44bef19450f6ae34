/**
 * One word of a filter line, with its position.
 *
 * @public
 */
export type FilterWord = {
  kind: 'open' | 'close' | 'or' | 'word';
  /** As written, including quotes and the minus. */
  text: string;
  start: number;
  end: number;
  /** Whether `-` or `NOT` stands in front. */
  negated: boolean;
  /** The text before the first colon outside of quotes, in lower case. */
  key?: string;
  /** The values after the colon, or the word itself; without quotes. */
  values: string[];
  /** Whether a quote is not closed. */
  isOpenQuote: boolean;
};

const SPACE = /\s/;

/**
 * Splits a filter line into words, parentheses and `OR`. Spaces, commas, colons
 * and parentheses inside quotes are part of the word. `AND` is ignored, because
 * words are combined with AND anyway.
 *
 * @public
 */
export function filterWords(line: string): FilterWord[] {
  const words: FilterWord[] = [];
  let negated = false;
  let at = 0;
  while (at < line.length) {
    const sign = line[at];
    if (SPACE.test(sign)) {
      at += 1;
    } else if (sign === '(' || sign === ')') {
      words.push(
        mark(sign === '(' ? 'open' : 'close', line, at, at + 1, negated),
      );
      negated = false;
      at += 1;
    } else if (sign === '-' && isWordStart(line[at + 1])) {
      negated = !negated;
      at += 1;
    } else {
      const end = endOfWord(line, at);
      const text = line.slice(at, end);
      if (text === 'NOT') {
        negated = !negated;
      } else if (text === 'OR') {
        words.push(mark('or', line, at, end, false));
      } else if (text !== 'AND') {
        words.push(readWord(line, at, end, negated));
        negated = false;
      }
      at = end;
    }
  }
  return words;
}

function isWordStart(sign: string | undefined): boolean {
  return sign !== undefined && sign !== ')' && !SPACE.test(sign);
}

function endOfWord(line: string, start: number): number {
  let quoted = false;
  for (let at = start; at < line.length; at += 1) {
    const sign = line[at];
    if (sign === '"') {
      quoted = !quoted;
    } else if (!quoted && (SPACE.test(sign) || sign === '(' || sign === ')')) {
      return at;
    }
  }
  return line.length;
}

function mark(
  kind: FilterWord['kind'],
  line: string,
  start: number,
  end: number,
  negated: boolean,
): FilterWord {
  const text = line.slice(start, end);
  return { kind, text, start, end, negated, values: [], isOpenQuote: false };
}

function readWord(
  line: string,
  start: number,
  end: number,
  negated: boolean,
): FilterWord {
  const word = mark('word', line, start, end, negated);
  const [first, ...rest] = splitOutsideQuotes(word.text, ':');
  const isPair = rest.length > 0;
  const value = isPair ? word.text.slice(first.length + 1) : word.text;
  return {
    ...word,
    key: isPair ? unquoted(first).toLowerCase() : undefined,
    // A comma separates the values of a key; in a word without a key it is
    // text.
    values: (isPair ? splitOutsideQuotes(value, ',') : [value])
      .map(unquoted)
      .filter(Boolean),
    isOpenQuote: word.text.split('"').length % 2 === 0,
  };
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  const parts = [''];
  let quoted = false;
  for (const sign of text) {
    if (sign === '"') {
      quoted = !quoted;
    }
    if (sign === separator && !quoted) {
      parts.push('');
    } else {
      parts[parts.length - 1] += sign;
    }
  }
  return parts;
}

function unquoted(text: string): string {
  return text.replaceAll('"', '');
}
