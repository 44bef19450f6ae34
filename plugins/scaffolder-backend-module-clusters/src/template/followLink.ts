/**
 * The link to the page that follows a pull request until what it changes runs.
 *
 * @param url - expression of a template that gives the pull request's address
 */
export function followLink(url: string) {
  return {
    if: `\${{ ${url} }}`,
    title: 'Follow this change',
    icon: 'dashboard',
    url: `/clusters/changes?pull=\${{ ${url} | urlencode }}`,
  };
}
