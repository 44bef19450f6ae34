import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  clusterAnnotations,
  clusterLabels,
  CLUSTERWORKS_PREFIX,
} from '@clusterworks/plugin-clusters-common';

const page = readFileSync(
  path.resolve(__dirname, '../../../docs/use/query.md'),
  'utf8',
);

it.each(
  [...Object.values(clusterLabels), ...Object.values(clusterAnnotations)].map(
    name => name.slice(CLUSTERWORKS_PREFIX.length),
  ),
)('says what %s of an entity means', name => {
  expect(page).toContain(`\`${name}\``);
});
