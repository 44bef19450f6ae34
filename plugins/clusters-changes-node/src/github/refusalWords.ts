import { limitWait, type Refusal } from './limitWait';

/** A request that GitHub refused. */
export interface RefusedRequest extends Refusal {
  method?: string;
  /** Path of its address. */
  path: string;
}

const RULES =
  /rule violations|protected branch|force-push|creations being restricted|through a pull request/i;
const NO_RIGHT =
  /not accessible|must have|permission|write access|not authorized|without `workflow/i;

/**
 * What a refusal means and who can do what about it; undefined when GitHub's
 * own words are all that is known.
 */
export function refusalWords(
  request: RefusedRequest,
  now: number,
): string | undefined {
  const { status, headers = {}, said = '' } = request;
  const wait = limitWait(request, now);
  if (wait !== undefined) {
    return `The rate limit of GitHub is reached, and the portal does not wait that long: try again in ${minutes(
      wait,
    )}`;
  }
  if (status === 401) {
    return 'GitHub does not accept the credentials: they are wrong, expired or revoked';
  }
  if (headers['x-github-sso'] !== undefined || /\bSAML\b/.test(said)) {
    return 'The token is not authorized for the single sign-on of the organization: authorize it in the settings of its owner on GitHub';
  }
  if ((status === 403 || status === 422) && RULES.test(said)) {
    return 'A rule of the repository protects the branch: it must let the portal create, force-push and delete branches named clusterworks/**';
  }
  return isMissingRight(request) ? rightWords(request) : undefined;
}

function isMissingRight({ status, method, headers, said }: RefusedRequest) {
  if (status === 404) {
    // What somebody may not do or see does not exist, as GitHub puts it.
    return said === undefined || /^Not Found/.test(said);
  }
  return (
    status === 403 &&
    (headers?.['x-accepted-github-permissions'] !== undefined ||
      NO_RIGHT.test(said ?? '') ||
      (method !== 'GET' && said === 'Forbidden'))
  );
}

function rightWords(request: RefusedRequest): string {
  const right = named(request) ?? byPath(request);
  const needs = `the portal's GitHub App (or the token) needs ${right} for this repository`;
  return request.method === 'GET' && request.status === 404
    ? `GitHub shows no such repository or branch: its name is wrong, or ${needs}`
    : `The credentials lack a right: ${needs}`;
}

/** The rights that GitHub itself names: `contents=write,workflows=write`. */
function named({ headers }: RefusedRequest): string | undefined {
  const text = headers?.['x-accepted-github-permissions'];
  const pattern = /^\s*([a-z_]{1,40})=(read|write)\s*$/;
  const rights = (typeof text === 'string' ? text : '')
    .split(';')[0]
    .split(',')
    .flatMap(each => {
      const [, name, access] = pattern.exec(each) ?? [];
      return name ? [quoted(name.replace(/_/g, ' '), access === 'write')] : [];
    });
  return rights.length > 0 ? rights.slice(0, 5).join(' and ') : undefined;
}

function byPath({ path, method, said }: RefusedRequest): string {
  const isWrite = method !== 'GET';
  if (/workflow/i.test(said ?? '')) {
    return quoted('workflows', true);
  }
  const kinds: [RegExp, string][] = [
    [/\/pulls(\/|$)/, 'pull requests'],
    [/\/check-runs$/, 'checks'],
    [/\/actions\//, 'actions'],
  ];
  const [, kind] = kinds.find(([pattern]) => pattern.test(path)) ?? [];
  return quoted(kind ?? 'contents', isWrite);
}

function quoted(name: string, isWrite: boolean): string {
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  return `"${title}: ${isWrite ? 'read and write' : 'read'}"`;
}

function minutes(ms: number): string {
  const seconds = Math.ceil(ms / 1_000);
  return seconds <= 90
    ? `${seconds} seconds`
    : `${Math.ceil(seconds / 60)} minutes`;
}
