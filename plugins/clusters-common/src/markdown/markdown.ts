/**
 * Markdown for GitHub: pull requests and summaries of workflow steps. It can be
 * created only by {@link markdown} and {@link markdownCode}, so that no
 * untrusted value reaches GitHub unescaped.
 *
 * @public
 */
export class Markdown {
  /** @internal */
  static trusted(text: string): Markdown {
    return new Markdown(text);
  }

  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** The text as GitHub takes it. */
  toString(): string {
    return this.#text;
  }
}

type Value = string | number | Markdown;

/**
 * Builds Markdown from a template of ours and untrusted values. Each value that
 * is not a `Markdown` object becomes text on one line: no link, mention, issue
 * reference, heading or HTML, whatever it contains.
 *
 * @example markdown`Owner: ${markdownCode(owner)}. ${remark}`
 *
 * @public
 */
export function markdown(
  texts: TemplateStringsArray,
  ...values: readonly Value[]
): Markdown {
  const parts = values.map(value =>
    value instanceof Markdown ? value.toString() : asText(String(value)),
  );
  return Markdown.trusted(
    texts.reduce((text, next, index) => text + parts[index - 1] + next),
  );
}

/**
 * Formats a value as code: for names, paths and references.
 *
 * @public
 */
export function markdownCode(value: string): Markdown {
  const text = oneLine(value);
  const longest = Math.max(
    0,
    ...[...text.matchAll(/`+/g)].map(([run]) => run.length),
  );
  const fence = '`'.repeat(longest + 1);
  const room = text === '' || /^`|`$/.test(text) ? ' ' : '';
  return Markdown.trusted(`${fence}${room}${text}${room}${fence}`);
}

/**
 * Joins the parts, by default with an empty line between them.
 *
 * @public
 */
export function joinMarkdown(
  parts: readonly Markdown[],
  between = '\n\n',
): Markdown {
  return Markdown.trusted(parts.join(between));
}

/**
 * Makes one line of plain text from an untrusted value, for commit messages.
 *
 * @public
 */
export function plainLine(value: string): string {
  return unlinked(oneLine(value));
}

function asText(value: string): string {
  const escaped = oneLine(value)
    .replace(/[\\`*_~[\]<>#|&]/g, '\\$&')
    // Escapes the start of a list item, or the underline of a heading.
    .replace(/^(\d*)([-+=.)])/, '$1\\$2');
  return unlinked(escaped);
}

/**
 * Removes line breaks, control characters, and characters that reverse or hide
 * text.
 */
function oneLine(value: string): string {
  return value.replace(/[\s\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/**
 * GitHub links these even when they are escaped; a zero-width joiner prevents
 * the link.
 */
function unlinked(text: string): string {
  return text
    .replace(/[@#](?=\w)/g, '$&\u2060')
    .replace(/\b(gh)(\\?-)(?=\d)/gi, '$1\u2060$2')
    .replace(/:(?=\/\/)/g, ':\u2060')
    .replace(/\b(www)(?=\.)/gi, '$1\u2060');
}
