import type { ResolvedClusterSpec } from '@clusterworks/plugin-clusters-spec';

type Mirrors = ResolvedClusterSpec['spec']['karpenter']['registryMirrors'];

/**
 * Hosts and registries are DNS names, so they need no escaping; TOML needs the
 * quotes.
 */
function quoted(text: string): string {
  return JSON.stringify(text);
}

/**
 * A script that tells containerd of mirrors, for Amazon Linux. containerd reads
 * these files for each pull, so nothing has to be restarted. Undefined without
 * mirrors.
 */
export function mirrorScript(mirrors: Mirrors): string | undefined {
  if (mirrors.length === 0) {
    return undefined;
  }
  const files = mirrors.map(({ registry, endpoints }) => {
    const folder = `/etc/containerd/certs.d/${registry}`;
    const hosts = endpoints.map(
      endpoint =>
        `[host.${quoted(endpoint)}]\n  capabilities = ["pull", "resolve"]\n`,
    );
    return `install -d ${folder}
cat >${folder}/hosts.toml <<'HOSTS'
${hosts.join('')}HOSTS
`;
  });
  return `#!/bin/bash
# Mirrors of registries, asked before the registries themselves.
set -euo pipefail
${files.join('')}`;
}

/** The same mirrors as settings of Bottlerocket. */
export function mirrorSettings(mirrors: Mirrors): string | undefined {
  return mirrors.length === 0
    ? undefined
    : mirrors
        .map(
          ({ registry, endpoints }) =>
            `[[settings.container-registry.mirrors]]
registry = ${quoted(registry)}
endpoint = [${endpoints.map(quoted).join(', ')}]
`,
        )
        .join('');
}
