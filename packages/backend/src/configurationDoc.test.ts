import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

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

/** Every setting that a `config.d.ts` of this repository declares. */
function declaredSettings(): Settings {
  const settings: Settings = new Map();
  for (const file of globSync('{packages,plugins}/*/config.d.ts', {
    cwd: root,
  })) {
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

/** The rows of the first table of the page: those with five columns. */
function documentedSettings(): Settings {
  const page = path.join(root, 'docs', 'operate', 'configuration.md');
  const rows = readFileSync(page, 'utf8')
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
});
