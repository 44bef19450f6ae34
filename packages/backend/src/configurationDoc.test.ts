import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { parse } from 'yaml';
import { typeErrors } from './__testUtils__/typeErrors';

const root = path.resolve(__dirname, '..', '..', '..');

/** A setting and who may see it: `clusters.reader.pages`, `backend`. */
type Settings = Map<string, string>;

function visibilityOf(node: ts.PropertySignature, inherited: string): string {
  const tag = ts
    .getJSDocTags(node)
    .find(({ tagName }) => tagName.text === 'visibility');
  return ts.getTextOfJSDocComment(tag?.comment)?.trim() ?? inherited;
}

/** The members of `{ … }`, or of the `{ … }` in `Array<{ … }>`. */
function membersOf(
  type: ts.TypeNode | undefined,
): { members?: readonly ts.TypeElement[]; suffix: string } | undefined {
  // A map has an index signature instead of members.
  if (
    type &&
    ts.isTypeLiteralNode(type) &&
    !type.members.some(ts.isIndexSignatureDeclaration)
  ) {
    return { members: type.members, suffix: '' };
  }
  if (type && ts.isTypeReferenceNode(type)) {
    const [item] = type.typeArguments ?? [];
    if (type.typeName.getText() === 'Array' && item) {
      return { members: membersOf(item)?.members, suffix: '[]' };
    }
  }
  return undefined;
}

function collect(
  members: readonly ts.TypeElement[],
  prefix: string,
  visibility: string,
  settings: Settings,
) {
  for (const member of members.filter(ts.isPropertySignature)) {
    const key = `${prefix}${member.name.getText()}`;
    const own = visibilityOf(member, visibility);
    const inner = membersOf(member.type);
    if (inner?.members) {
      collect(inner.members, `${key}${inner.suffix}.`, own, settings);
    } else {
      settings.set(key, own);
    }
  }
}

const declarations = globSync('{packages,plugins}/*/config.d.ts', {
  cwd: root,
});

/** Every setting that a `config.d.ts` of this repository declares. */
function declaredSettings(): Settings {
  const settings: Settings = new Map();
  for (const file of declarations) {
    const source = ts.createSourceFile(
      file,
      readFileSync(path.join(root, file), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );
    const config = source.statements
      .filter(ts.isInterfaceDeclaration)
      .find(({ name }) => name.text === 'Config');
    expect({ file, hasConfig: Boolean(config) }).toEqual({
      file,
      hasConfig: true,
    });
    collect([...(config?.members ?? [])], '', 'backend', settings);
  }
  return settings;
}

const page = readFileSync(
  path.join(root, 'docs', 'operate', 'configuration.md'),
  'utf8',
);

/** The rows of the first table of the page: those with five columns. */
function documentedSettings(): Settings {
  const rows = page
    .split('\n')
    .map(line => line.split('|').map(cell => cell.trim()))
    .filter(cells => cells.length === 7 && cells[1].startsWith('`'));
  return new Map(
    rows.map(([, key, , , visibility]) => [
      key.replaceAll('`', ''),
      visibility,
    ]),
  );
}

/** The configuration of the page that has every setting. */
function exampleOfAll(): unknown {
  const [, text] =
    /^```yaml\n# app-config.yaml, all settings\n([^]*?)^```$/m.exec(page) ?? [];
  return parse(text ?? '');
}

/** The key of each value: `clusters.webhooks[].name`. */
function keysOf(value: unknown, prefix = ''): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(each =>
      typeof each === 'object' ? keysOf(each, `${prefix}[]`) : [prefix],
    );
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, each]) =>
        keysOf(each, prefix ? `${prefix}.${key}` : key),
      )
    : [prefix];
}

function sorted(settings: Settings): string[] {
  return [...settings]
    .map(([key, visibility]) => `${key} (${visibility})`)
    .sort();
}

describe('docs/operate/configuration.md', () => {
  it('has every declared setting with its visibility, and no other', () => {
    const declared = declaredSettings();
    expect([...declared.keys()]).toEqual(
      expect.arrayContaining([
        'clusters.platformRepositories[].url',
        'clusters.reader.discovery',
        'permission.platformGroups',
        'app.signIn.guest',
      ]),
    );
    expect(sorted(documentedSettings())).toEqual(sorted(declared));
  });

  it('has an example of every setting', () => {
    const keys = keysOf(exampleOfAll());
    const isShown = (setting: string) =>
      keys.some(key => key === setting || key.startsWith(`${setting}.`));
    expect([...declaredSettings().keys()].filter(key => !isShown(key))).toEqual(
      [],
    );
  });

  it('has in the example what the declarations allow, and nothing else', () => {
    const types = declarations.map(
      file => `import('${path.join(root, file)}').Config`,
    );
    const values = {
      example: exampleOfAll(),
      misspelt: { clusters: { raeder: {} } },
      ofWrongType: { clusters: { reader: { pages: '32' } } },
    };
    const files = Object.entries(values).map(([name, value]) => [
      path.join(__dirname, `${name}.ts`),
      `export const config: ${types.join(' & ')} = ${JSON.stringify(value)};`,
    ]);
    expect(typeErrors(Object.fromEntries(files))).toEqual([
      expect.stringMatching(/^misspelt.ts: .*raeder.* does not exist/),
      expect.stringMatching(/^ofWrongType.ts: .*'string' is not assignable/),
    ]);
  });
});
