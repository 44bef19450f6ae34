import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { main } from './main';
import { memoryIo } from './testing/memoryIo';

const root = path.resolve(__dirname, '..', '..', '..');
const textOf = (file: string) => readFileSync(path.join(root, file), 'utf8');

const table = 'docs/develop/commands.md';
const pages = globSync(
  ['*.md', 'docs/**/*.md', '{packages,plugins}/*/README.md'],
  { cwd: root },
)
  .filter(file => file !== table)
  .sort();

interface Text {
  page: string;
  text: string;
}

/** The blocks of a page for a shell. */
function shellBlocks(page: string): Text[] {
  const blocks: Text[] = [];
  let open: string[] | undefined;
  let isShell = false;
  for (const line of textOf(page).split('\n')) {
    const [, language] = /^\s*```(.*)$/.exec(line) ?? [];
    if (language === undefined) {
      open?.push(line);
    } else if (open) {
      if (isShell) {
        blocks.push({ page, text: open.join('\n') });
      }
      open = undefined;
    } else {
      open = [];
      isShell = /^(?:bash|sh)\b/.test(language);
    }
  }
  return blocks;
}

const blocks = pages.flatMap(shellBlocks);

/** Words of the shell itself, and its tools that everybody knows. */
const ofShell =
  /^(?:(?:cd|for|do|done|if|then|fi|export|mkdir|jq)\b|aws\(\)|[a-z_]+=|['"(){}])/;

/** The commands of a text for a shell, each on one line. */
function commandsIn({ page, text }: Text): Text[] {
  return text
    .replaceAll('\\\n', ' ')
    .replace(/([|]|&&)\s*\n\s*/g, '$1 ')
    .split(/\n| && /)
    .map(line => line.replace(/\s+#\s.*$/, '').trim())
    .filter(line => line && !line.startsWith('#') && !ofShell.test(line))
    .map(line => ({ page, text: line.replace(/\s+/g, ' ') }));
}

const programs =
  'npm|npx|yarn|node|clusters|kubectl|helm|terraform|aws|docker|curl|pip|git';

/** Commands within sentences. */
function inlineCommands(page: string): Text[] {
  const prose = textOf(page).replace(/^\s*```[^]*?^\s*```$/gm, '');
  return [...prose.matchAll(new RegExp(`\`((?:${programs}) [^\`\n]+)\``, 'g'))]
    .map(([, text]) => ({ page, text }))
    .flatMap(commandsIn);
}

const commands = [
  ...blocks.flatMap(commandsIn),
  ...pages.flatMap(inlineCommands),
];

/** What commands of the table begin with, the longest first. */
const beginnings = textOf(table)
  .split('\n')
  .filter(line => line.startsWith('| `'))
  .flatMap(line =>
    [...line.split('|')[1].matchAll(/`([^`]+)`/g)].map(([, text]) => text),
  )
  .sort((a, b) => b.length - a.length);

const beginningOf = (command: string) =>
  beginnings.find(each =>
    each.endsWith('/')
      ? command.startsWith(each)
      : `${command} `.startsWith(`${each} `),
  );

const starting = (...prefixes: string[]) =>
  commands.filter(({ text }) =>
    prefixes.some(prefix => `${text} `.startsWith(`${prefix} `)),
  );

describe('commands of the documentation', () => {
  it('are found', () => {
    expect(blocks.length).toBeGreaterThan(20);
    expect(commands.length).toBeGreaterThan(100);
  });

  it('stand in the table of who runs them, and the table has no others', () => {
    const unknown = commands.filter(({ text }) => !beginningOf(text));
    expect(unknown).toEqual([]);
    const used = new Set(commands.map(({ text }) => beginningOf(text)));
    expect(beginnings.filter(each => !used.has(each))).toEqual([]);
  });

  it('are correct for a shell', () => {
    const refused = blocks.flatMap(({ page, text }) => {
      // Places to fill in.
      const filledIn = text.replace(/<[a-z][^<>\n]*>/g, 'x');
      const { status, stderr } = spawnSync('bash', ['-n'], {
        input: filledIn,
        encoding: 'utf8',
      });
      return status === 0 ? [] : [`${page}: ${stderr}`];
    });
    expect(refused).toEqual([]);
  });

  it('name scripts that are there', () => {
    const { scripts } = JSON.parse(textOf('package.json'));
    const checks = [
      ...textOf('scripts/long.mjs').matchAll(/^ {2}(?:async )?(\w+)\(/gm),
    ].map(([, name]) => name);
    expect(checks).toContain('adopt');
    const missing = commands.filter(({ text }) => {
      const [, script, rest] =
        /^npm run (?:-s )?(\S+)(?: -- (\S+))?/.exec(text) ?? [];
      const [, file] = /^node (scripts\/\S+)/.exec(text) ?? [];
      return (
        (script && !scripts[script]) ||
        (script === 'long' && rest && !checks.includes(rest)) ||
        (file && !existsSync(path.join(root, file)))
      );
    });
    expect(missing).toEqual([]);
  });

  it('name workspaces and packages that are there', () => {
    const manifests = globSync('{packages,plugins}/*/package.json', {
      cwd: root,
    }).map(file => JSON.parse(textOf(file)));
    const byName = new Map(manifests.map(each => [each.name, each]));
    const missing = [
      ...starting('yarn workspace').filter(({ text }) => {
        const [, , workspace, script] = text.split(' ');
        return !byName.get(workspace)?.scripts?.[script];
      }),
      ...starting('yarn --cwd').filter(({ text }) =>
        [...text.matchAll(/@clusterworks\/\S+/g)].some(
          ([name]) => !byName.has(name) || byName.get(name).private,
        ),
      ),
    ];
    expect(missing).toEqual([]);
  });

  it('name subcommands and options of the command line that are there', async () => {
    const ours = starting(
      'clusters',
      'npm run -s clusters --',
      'npx @clusterworks/cli',
      'yarn clusters',
      'node packages/cli/bin/clusters',
    ).map(({ page, text }) => ({
      page,
      text: text.replace(/^.*?(?:clusters|cli)(?: --(?= ))? /, ''),
    }));
    expect(ours.length).toBeGreaterThan(20);
    const helps = new Map<string, string>();
    const missing: Text[] = [];
    for (const { page, text } of ours.filter(each =>
      /^[a-z]/.test(each.text),
    )) {
      const [name] = text.split(' ');
      if (!helps.has(name)) {
        const io = memoryIo();
        const code = await main(['node', 'clusters', name, '--help'], io);
        helps.set(name, code === 0 ? io.out : '');
      }
      const options = [...text.matchAll(/(?<=[\s(])--[a-z][a-z-]+/g)];
      const help = helps.get(name) ?? '';
      if (
        !help.startsWith(`Usage: clusters ${name}`) ||
        options.some(([option]) => !new RegExp(`${option}\\b`).test(help))
      ) {
        missing.push({ page, text });
      }
    }
    expect(missing).toEqual([]);
  });
});
