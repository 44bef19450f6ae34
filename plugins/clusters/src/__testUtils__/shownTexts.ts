/** Attributes that a reader sees, or that are read aloud. */
const ATTRIBUTES = [
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'alt',
  'placeholder',
  'title',
];

/** All texts that the page shows or that are read aloud. */
export function shownTexts(root: Element): string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement?.closest('style, script')) {
      texts.push(walker.currentNode.nodeValue ?? '');
    }
  }
  for (const element of root.querySelectorAll('*')) {
    texts.push(...ATTRIBUTES.flatMap(name => element.getAttribute(name) ?? []));
  }
  return texts.map(text => text.trim()).filter(Boolean);
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What a text looks like with any values in its placeholders. */
function patternOf(message: string): RegExp {
  const parts = message.split(/{{[^}]*}}/).map(escaped);
  return new RegExp(`^${parts.join('.{1,80}?')}$`, 's');
}

/** All strings inside of some data, without the names of fields. */
export function stringsIn(data: unknown): string[] {
  if (typeof data === 'string') {
    return [data];
  }
  return typeof data === 'object' && data !== null
    ? Object.values(data).flatMap(stringsIn)
    : [];
}

/**
 * The texts of a page that are messages of one language and none of another.
 *
 * @param shown - what the page shows
 * @param unwanted - the messages of the language that should not be there
 * @param wanted - the same keys in the language of the page
 * @param data - texts that come from the data that the page shows
 */
export function foreignTexts(
  shown: readonly string[],
  unwanted: Readonly<Record<string, string>>,
  wanted: Readonly<Record<string, string | null>>,
  data: ReadonlySet<string>,
): string[] {
  const words = (message: string) => message.replace(/{{[^}]*}}/g, '');
  const patterns = Object.entries(unwanted)
    .filter(
      ([key, text]) => wanted[key] !== text && /[a-z]{2}/i.test(words(text)),
    )
    .map(([, text]) => patternOf(text));
  const own = Object.values(wanted)
    .filter(text => /[a-z]{2}/i.test(words(text ?? '')))
    .map(text => patternOf(text ?? ''));
  // Messages are often joined to one line, with data between them.
  const parts = shown
    .filter(text => !data.has(text))
    .flatMap(text => [text, ...text.split(' · ')])
    .filter(text => !data.has(text))
    .flatMap(text => [text, ...text.split(/, | \(|\)|: /)])
    .map(text => text.trim());
  return [...new Set(parts)].filter(
    part =>
      patterns.some(pattern => pattern.test(part)) &&
      !own.some(pattern => pattern.test(part)) &&
      !data.has(part),
  );
}
