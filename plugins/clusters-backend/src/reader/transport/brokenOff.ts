/** The connection ended before there was an answer. */
export function brokenOff(): Error {
  return Object.assign(new Error('The connection broke off'), {
    code: 'ECONNRESET',
  });
}
