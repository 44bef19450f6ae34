import { askJson } from './askJson.mjs';

const BATCH = 500;

/** Advisories that OSV knows. */
export async function askOsv(
  packages,
  osv = process.env.CLUSTERWORKS_OSV_URL ?? 'https://api.osv.dev',
) {
  const found = [];
  for (let start = 0; start < packages.length; start += BATCH) {
    const batch = packages.slice(start, start + BATCH);
    const { results } = await askJson(`${osv}/v1/querybatch`, {
      queries: batch.map(({ name, version }) => ({
        version,
        package: { name, ecosystem: 'npm' },
      })),
    });
    // An incomplete answer must not look like an answer without advisories.
    if (!Array.isArray(results) || results.length !== batch.length) {
      throw new Error('OSV did not answer about every package');
    }
    batch.forEach(({ name, version }, index) => {
      for (const { id } of results[index].vulns ?? []) {
        found.push({ id, name, versions: [version] });
      }
    });
  }
  const details = new Map();
  for (const id of new Set(found.map(advisory => advisory.id))) {
    details.set(id, await askJson(`${osv}/v1/vulns/${encodeURIComponent(id)}`));
  }
  return found.map(advisory => {
    const { summary, database_specific: more } = details.get(advisory.id);
    return {
      ...advisory,
      severity: more?.severity?.toLowerCase(),
      title: summary ?? '',
    };
  });
}
