import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assess } from './assess';
import { projectCapture } from '../kinds';
import { expectSafeRemedies } from '../testing/expectSafeRemedies';
import { readAllClusters } from '../testing/recorded';
import type { RuleRemedy } from '../model/remedy/RuleRemedy';
import { viewCluster } from '../view/viewCluster';

const tools = 'kubectl aws helm jq grep sort uniq head tail tr date'.split(' ');
const payload = `'; > canary; '"; > canary; "$( > canary)\`> canary\`; > canary #`;
/**
 * Kinds of objects that rules find by a fixed name: their names stay as they
 * are.
 */
const named = /^(ConfigMap|Lease|CustomResourceDefinition|DaemonSet)$/;

interface Item {
  kind?: string;
  metadata?: { name?: string };
}

function hostile<T>(value: T, names: ReadonlySet<string>): T {
  return JSON.parse(JSON.stringify(value), (_, inner) =>
    typeof inner === 'string' && names.has(inner) ? inner + payload : inner,
  );
}

function remediesOf(
  capture: ReturnType<typeof readAllClusters>[number][1],
): RuleRemedy[] {
  const items = capture.resources.flatMap(one => one.items as Item[]);
  const names = items
    .filter(({ kind = '' }) => !named.test(kind))
    .flatMap(({ metadata }) => metadata?.name ?? []);
  const snapshot = projectCapture(hostile(capture, new Set(names)));
  const first = assess(snapshot, undefined, capture.capturedAt);
  const later = new Date(Date.parse(capture.capturedAt) + 3600_000);
  const { assessment } = assess(
    snapshot,
    { ...first.memory, at: later.getTime() - 1000 },
    later.toISOString(),
  );
  const { cilium } = viewCluster(snapshot, later.toISOString());
  return [
    ...first.assessment.findings.map(({ remedy }) => remedy),
    ...assessment.findings.map(({ remedy }) => remedy),
    ...(cilium.stuck ?? []).map(({ remedy }) => remedy),
  ].flatMap(remedy => {
    expectSafeRemedies(remedy as RuleRemedy[]);
    return remedy as RuleRemedy[];
  });
}

describe('commands of all rules on clusters with hostile names', () => {
  const clusters = readAllClusters();
  const run = clusters.length > 0 ? it : it.skip;
  let home: string;

  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'remedies-'));
    for (const tool of tools) {
      writeFileSync(join(home, tool), '#!/bin/sh\nprintf "%s\\0" "$@"\n');
      chmodSync(join(home, tool), 0o755);
    }
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  run('run nothing but their tools', () => {
    const commands = new Set(
      clusters
        .flatMap(([, capture]) => remediesOf(capture))
        .flatMap(({ command }) => command ?? []),
    );
    expect(commands.size).toBeGreaterThan(50);
    expect([...commands].filter(one => one.includes('canary'))).not.toEqual([]);
    for (const command of commands) {
      const { stderr } = spawnSync('/bin/sh', ['-c', command], {
        env: { PATH: home },
        cwd: home,
        encoding: 'utf8',
      });
      expect({ command, stderr, files: readdirSync(home).sort() }).toEqual({
        command,
        stderr: '',
        files: [...tools].sort(),
      });
    }
  });
});
