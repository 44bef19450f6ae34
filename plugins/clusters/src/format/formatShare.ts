import { numberFormat } from './intlFormats';

/**
 * Prints a share of 0 to 1 as a whole percentage. A share above zero is never
 * printed as `0 %`, and a share below one never as `100 %`.
 *
 * @param locale - BCP 47
 * @param share - 0 to 1; more where more is requested than there is
 */
export function formatShare(locale: string, share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 0 && share > 0) {
    return '< 1 %';
  }
  if (percent === 100 && share < 1) {
    return '> 99 %';
  }
  return `${numberFormat(locale, 0).format(percent)} %`;
}
