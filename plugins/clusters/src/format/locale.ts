/** Numbers and dates are printed as people write them in this language. */
export const LOCALE = 'en-GB';
