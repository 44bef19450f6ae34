/**
 * The value of `integrations` in the configuration of a portal that reaches a
 * simulated GitHub, or a proxy before it.
 */
export function integrationsOf({ url, token }: { url: string; token: string }) {
  const { host } = new URL(url);
  return { github: [{ host, apiBaseUrl: `${url}/api/v3`, token }] };
}
