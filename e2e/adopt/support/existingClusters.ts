import fs from 'node:fs';
import path from 'node:path';

const page = path.resolve(
  __dirname,
  '../../../docs/operate/existing-clusters.md',
);

/** The code block of docs/operate/existing-clusters.md with a title. */
export function existingClusters(title: string): string {
  const found = new RegExp(
    `^\`\`\`\\w+ title="${title}"\n([^]*?)^\`\`\`$`,
    'm',
  ).exec(fs.readFileSync(page, 'utf8'));
  if (!found) {
    throw new Error(`no block of existing-clusters.md is titled ${title}`);
  }
  return found[1];
}
