/**
 * Whether a link leads to a page. Whoever describes an entity writes its links
 * and annotations, so they may be anything, such as `javascript:`.
 */
export function isWebUrl(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
