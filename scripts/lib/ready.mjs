import { detail } from './progress.mjs';

async function getJson(url, init) {
  const response = await fetch(url, {
    ...init,
    signal: AbortSignal.timeout(5000),
  });
  if (!response.ok) {
    throw new Error(`${url} answers ${response.status}`);
  }
  return response.json();
}

/** Polls until the probe gives something other than undefined or false. */
export async function waitFor(what, probe, { signal, timeoutSeconds }) {
  const deadline = Date.now() + timeoutSeconds * 1000;
  let lastProblem = 'no answer yet';
  while (!signal.aborted) {
    try {
      const result = await probe();
      if (result !== undefined && result !== false) {
        return result;
      }
    } catch (error) {
      lastProblem = error.cause?.code ?? error.message;
    }
    if (Date.now() > deadline) {
      throw new Error(
        `${what} was not ready within ${timeoutSeconds} s (${lastProblem})`,
      );
    }
    detail(`waiting for ${what}`);
    await new Promise(resolve => setTimeout(resolve, 250));
  }
  throw new Error('stopped');
}

/** Signs in as the guest of the demo, like the portal's button does. */
export async function guestSession(backend) {
  const body = await getJson(`${backend}/api/auth/guest/refresh`, {
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  return {
    token: body.backstageIdentity.token,
    user: body.backstageIdentity.identity.userEntityRef,
  };
}

/** Names of the clusters that the catalog shows. */
export async function catalogClusters(backend, token) {
  const query =
    'filter=kind=resource,spec.type=kubernetes-cluster&fields=metadata.name&limit=500';
  const body = await getJson(
    `${backend}/api/catalog/entities/by-query?${query}`,
    {
      headers: { authorization: `Bearer ${token}` },
    },
  );
  return body.items.map(item => item.metadata.name);
}

/** The status of the demo: the clusters in its git repository. */
export function demoStatus(github) {
  return getJson(`${github}/_demo/status`);
}

/** True once the portal's page and its scripts are served. */
export async function portalIsUp(portal) {
  const response = await fetch(`${portal}/`, {
    headers: { accept: 'text/html' },
    signal: AbortSignal.timeout(5000),
  });
  if (!response.ok) {
    return false;
  }
  const html = await response.text();
  const script = html.match(/<script[^>]+src="([^"]+)"/)?.[1];
  if (!script) {
    return false;
  }
  const answer = await fetch(new URL(script, portal), {
    method: 'HEAD',
    signal: AbortSignal.timeout(5000),
  });
  return answer.ok;
}
