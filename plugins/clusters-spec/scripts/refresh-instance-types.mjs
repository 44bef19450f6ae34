#!/usr/bin/env node
/*
 * Projects the ENI limits of amazon-vpc-cni-k8s onto data/instance-types.json.
 *
 *   node scripts/refresh-instance-types.mjs <eni-limits.json> [<output>]
 *
 * The input is {"source": "…", "limits": {"m6i.large": {"enis": 3,
 * "ipv4PerEni": 10, "hypervisor": "nitro", …}}}, as read from
 * pkg/vpc/vpc_ip_resource_limit.go of that project (Apache-2.0, see NOTICE).
 * `enis` is of the first network card: Cilium and Karpenter use no other.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const [input, output = resolve(here, '../data/instance-types.json')] =
  process.argv.slice(2);
if (!input) {
  process.stderr.write('usage: refresh-instance-types.mjs <eni-limits.json>\n');
  process.exit(2);
}

const { source, limits } = JSON.parse(readFileSync(input, 'utf8'));
const families = {};
for (const [type, { enis, ipv4PerEni, hypervisor }] of Object.entries(limits)) {
  const at = type.indexOf('.');
  const family = type.slice(0, at);
  families[family] = families[family] ?? {};
  families[family][type.slice(at + 1)] = [
    enis,
    ipv4PerEni,
    hypervisor === 'nitro' ? 1 : 0,
  ];
}

const lines = Object.keys(families)
  .sort()
  .map(
    name => `    ${JSON.stringify(name)}: ${JSON.stringify(families[name])}`,
  );
const asOf = /\d{4}-\d\d-\d\d/.exec(source)?.[0] ?? '';
const text = `{
  "source": ${JSON.stringify(source)},
  "asOf": ${JSON.stringify(asOf)},
  "columns": ["enis", "ipv4PerEni", "nitro"],
  "families": {
${lines.join(',\n')}
  }
}
`;
JSON.parse(text);
writeFileSync(output, text);
process.stdout.write(
  `${Object.keys(limits).length} instance types in ${
    lines.length
  } families, as of ${asOf}\n`,
);
