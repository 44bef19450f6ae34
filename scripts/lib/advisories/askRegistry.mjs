import { execFileSync } from 'node:child_process';
import { askJson } from './askJson.mjs';

const BATCH = 500;
/** An old version that has had advisories since 2020. */
const KNOWN = { name: 'minimist', version: '0.0.8' };

/** The registry that npm is set to here. */
function configuredRegistry() {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  return execFileSync(npm, ['config', 'get', 'registry'], {
    encoding: 'utf8',
    timeout: 30_000,
    shell: process.platform === 'win32',
  }).trim();
}

/**
 * Advisories of a registry: what `npm audit` asks. Many registries do not have
 * the endpoint.
 */
export async function askRegistry(
  packages,
  registry = process.env.CLUSTERWORKS_AUDIT_REGISTRY ?? configuredRegistry(),
) {
  const versions = new Map();
  for (const { name, version } of packages) {
    versions.set(name, [...(versions.get(name) ?? []), version]);
  }
  const names = [...versions.keys()];
  const address = `${registry.replace(
    /\/$/,
    '',
  )}/-/npm/v1/security/advisories/bulk`;
  // Some registries answer every request, but know no advisories.
  const { [KNOWN.name]: known } = await askJson(address, {
    [KNOWN.name]: [KNOWN.version],
  });
  if (!known?.length) {
    throw new Error('knows no advisories');
  }
  const found = [];
  for (let start = 0; start < names.length; start += BATCH) {
    const batch = names.slice(start, start + BATCH);
    const answer = await askJson(
      address,
      Object.fromEntries(batch.map(name => [name, versions.get(name)])),
    );
    if (!isAnswer(answer)) {
      throw new Error('the registry sent something else than advisories');
    }
    for (const [name, advisories] of Object.entries(answer)) {
      for (const { url, severity, title, vulnerable_versions } of advisories) {
        found.push({
          id: String(url).split('/').at(-1),
          name,
          versions: versions.get(name) ?? [],
          severity,
          title: `${title} (${vulnerable_versions})`,
        });
      }
    }
  }
  return found;
}

/** An answer without advisories is an object without keys. */
function isAnswer(answer) {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    Object.values(answer).every(Array.isArray)
  );
}
