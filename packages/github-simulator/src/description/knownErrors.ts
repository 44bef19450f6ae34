/** What the description leaves out or says wrongly, each with its reason. */
const KNOWN: readonly { problem: RegExp; why: string }[] = [
  {
    problem: / 401: answer: the status is not described$/,
    why: 'any operation answers so to a wrong token; few describe it',
  },
  {
    problem: /^GET .* 304: answer: the status is not described$/,
    why: 'any GET answers so to a known ETag; few describe it',
  },
  {
    problem: / 4\d\d: answer: must NOT have additional properties \(status\)$/,
    why: 'errors repeat the status; of their schemas only `basic-error` says so',
  },
  {
    problem: / 4\d\d: answer: application\/json is not described$/,
    why: 'errors have a body, also where only the status is described',
  },
  {
    problem:
      /contents\/\{path\} 409: answer: must match exactly one schema in oneOf$/,
    why: 'an error without rules fits both alternatives',
  },
  {
    problem:
      /contents\/\{path\} 200: answer: application\/vnd\.github\.raw is not described$/,
    why: 'the media types are described in prose only',
  },
];

/** Whether the description is known to be wrong there. */
export function isKnownError(problem: string): boolean {
  return KNOWN.some(known => known.problem.test(problem));
}
