const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

// Making a format of Intl takes much longer than using one, and tables print
// thousands of numbers.
function remembered<T>(formats: Map<string, T>, key: string, make: () => T): T {
  const known = formats.get(key);
  if (known) {
    return known;
  }
  const made = make();
  formats.set(key, made);
  return made;
}

/**
 * The format of numbers in a language, the same object in each call.
 *
 * @param locale - BCP 47, for example `en-GB`
 * @param fractionDigits - the most that are printed
 */
export function numberFormat(
  locale: string,
  fractionDigits: number,
): Intl.NumberFormat {
  return remembered(
    numbers,
    `${locale} ${fractionDigits}`,
    () =>
      new Intl.NumberFormat(locale, { maximumFractionDigits: fractionDigits }),
  );
}

/**
 * The format of times in a language, the same object in each call.
 *
 * @param locale - BCP 47, for example `en-GB`
 * @param name - a name for the options, one for each set of them
 * @param options - which parts of a time are printed
 */
export function dateFormat(
  locale: string,
  name: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  return remembered(
    dates,
    `${locale} ${name}`,
    () => new Intl.DateTimeFormat(locale, options),
  );
}
