#!/usr/bin/env node
/*
 * Projects public facts about EC2 instance types onto data/instance-types.json.
 *
 *   node scripts/refresh-instance-types.mjs <eni-limits.json> <instance-types.md> <its source> [<output>]
 *
 * The first input is {"source": "…", "limits": {"m6i.large": {"enis": 3,
 * "ipv4PerEni": 10, "hypervisor": "nitro", …}}}, as read from
 * pkg/vpc/vpc_ip_resource_limit.go of amazon-vpc-cni-k8s. `enis` is of the
 * first network card: Cilium and Karpenter use no other. The second is
 * website/content/en/preview/reference/instance-types.md of
 * karpenter-provider-aws, which lists the labels of every type; its source
 * names repository, commit and date. Both are Apache-2.0, see NOTICE.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const [
  limitsFile,
  labelsFile,
  labelsSource,
  output = resolve(here, '../data/instance-types.json'),
] = process.argv.slice(2);
if (!labelsSource) {
  process.stderr.write(
    'usage: refresh-instance-types.mjs <eni-limits.json> <instance-types.md> <its source>\n',
  );
  process.exit(2);
}

/** Labels that differ within a family, and are whole numbers. */
const columns = [
  'cpu',
  'memory',
  'ebs-bandwidth',
  'network-bandwidth',
  'local-nvme',
  'cpu-sustained-clock-speed-mhz',
  'gpu-count',
  'gpu-memory',
  'accelerator-count',
];
/** Labels that the name of a type says by itself. */
const byName = ['category', 'family', 'generation', 'size', 'hypervisor'];
const PREFIX = 'karpenter.k8s.aws/instance-';

/** Type to its labels under PREFIX. */
function readLabels(text) {
  const types = {};
  let current;
  for (const line of text.split('\n')) {
    const heading = /^### `([^`]+)`/.exec(line);
    if (heading) {
      current = {};
      types[heading[1]] = current;
    }
    const row = /^ \|([^|]+)\|([^|]*)\|/.exec(line);
    if (current && row && row[1].startsWith(PREFIX)) {
      current[row[1].slice(PREFIX.length)] = row[2];
    }
  }
  return types;
}

const { source, limits } = JSON.parse(readFileSync(limitsFile, 'utf8'));
const labels = readLabels(readFileSync(labelsFile, 'utf8'));

const families = {};
for (const [type, { enis, ipv4PerEni, hypervisor }] of Object.entries(limits)) {
  const [name, size] = type.split('.');
  const own = labels[type] ?? {};
  const family = (families[name] ??= { labels: {}, sizes: {} });
  for (const [label, value] of Object.entries(own)) {
    if (columns.includes(label) || byName.includes(label)) {
      continue;
    }
    if ((family.labels[label] ?? value) !== value) {
      throw new Error(`${label} differs within ${name}: make it a column`);
    }
    family.labels[label] = value;
  }
  const row = [
    enis,
    ipv4PerEni,
    hypervisor === 'nitro' ? 1 : 0,
    ...columns.map(label => (own[label] ? Number(own[label]) : 0)),
  ];
  while (row.at(-1) === 0 && row.length > 3) {
    row.pop();
  }
  family.sizes[size] = row;
}

const lines = Object.keys(families)
  .sort()
  .map(
    name => `    ${JSON.stringify(name)}: ${JSON.stringify(families[name])}`,
  );
const dates = [source, labelsSource].map(
  text => /\d{4}-\d\d-\d\d/.exec(text)?.[0] ?? '',
);
const text = `{
  "source": ${JSON.stringify(`${source}; ${labelsSource}`)},
  "asOf": ${JSON.stringify(dates.sort()[0])},
  "columns": ${JSON.stringify(['enis', 'ipv4PerEni', 'nitro', ...columns])},
  "families": {
${lines.join(',\n')}
  }
}
`;
JSON.parse(text);
writeFileSync(output, text);
process.stdout.write(
  `${Object.keys(limits).length} instance types in ${lines.length} families, ${
    Object.keys(limits).filter(type => labels[type]).length
  } with labels\n`,
);
