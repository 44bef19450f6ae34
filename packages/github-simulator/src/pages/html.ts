/** Text that is already HTML. Only {@link html} and {@link trustedHtml} make it. */
export class Html {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

type Part = string | number | Html | undefined | readonly Part[];

/** Template tag that escapes every value which is not HTML already. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  const text = strings
    .map((string, index) =>
      index < parts.length ? string + render(parts[index]) : string,
    )
    .join('');
  return new Html(text);
}

/** Marks the output of a renderer that escapes for itself. */
export function trustedHtml(text: string): Html {
  return new Html(text);
}

function render(part: Part): string {
  if (part === undefined) {
    return '';
  }
  if (part instanceof Html) {
    return part.text;
  }
  if (typeof part === 'string' || typeof part === 'number') {
    return escapeHtml(String(part));
  }
  return part.map(render).join('');
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes text safe in HTML, in text and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => ENTITIES[character]);
}
