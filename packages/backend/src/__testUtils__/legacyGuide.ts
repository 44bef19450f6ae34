import { guideText } from './installGuide';

/** The files of an app of the older frontend system that the guide changes. */
export const legacyGuideFiles = [
  'packages/app/src/App.tsx',
  'packages/app/src/components/Root/Root.tsx',
  'packages/app/src/components/catalog/EntityPage.tsx',
];

interface Import {
  statement: string;
  module: string;
  names: string[];
}

function importsOf(code: string): Import[] {
  return [...code.matchAll(/^import ([^;]*?) from '([^']+)';\n/gm)].map(
    ([statement, names, module]) => ({
      statement,
      module,
      names: names
        .replace(/[{}]/g, '')
        .split(',')
        .map(name => name.trim())
        .filter(Boolean),
    }),
  );
}

/** "Add the imports that are missing": only the names that nobody imports. */
function missingImports(app: string, wanted: Import[]): string {
  const imported = new Set(importsOf(app).flatMap(({ names }) => names));
  return wanted
    .map(({ statement, module, names }) => {
      const missing = names.filter(name => !imported.has(name));
      if (missing.length === 0) {
        return '';
      }
      return statement.includes('{')
        ? `import { ${missing.join(', ')} } from '${module}';\n`
        : statement;
    })
    .join('');
}

/** The block of the guide for one file, in the parts that have a place there. */
function partsOf(file: string) {
  const text = guideText(file).replace(/^.*\n/, '');
  const imports = importsOf(text);
  const code = imports.reduce(
    (rest, each) => rest.replace(each.statement, ''),
    text,
  );
  const found =
    /^([^]*?)^export const (\w+) = \(\n {2}<(\w+)([^>]*)>\n([^]*) {2}<\/\3>\n\);/m.exec(
      code,
    );
  if (!found) {
    throw new Error(`the guide has another form for ${file}`);
  }
  const [, above, name, element, attributes, children] = found;
  const isBelow = /\{\/\* below the /.test(children);
  return {
    ...{ imports, above, name, element, attributes, isBelow },
    children: children.replace(/^ *\{\/\* (?:above|below) .*\n/m, ''),
  };
}

/** The code of an app, without the routes whose place the guide's take. */
function withoutRoutes(app: string, children: string): string {
  return [...children.matchAll(/<Route path="([^"]+)"/g)].reduce(
    (code, [, route]) =>
      code.replace(new RegExp(`^ *<Route path="${route}"[^\n]*/>\n`, 'm'), ''),
    app,
  );
}

/** A file of an app of the older frontend system, changed as the guide says. */
export function withLegacyGuide(file: string, app: string): string {
  const { imports, above, name, element, attributes, children, isBelow } =
    partsOf(file);
  const code = withoutRoutes(app, children);
  // The export of the guide where the app has it, else the only such element.
  const from = Math.max(code.indexOf(`const ${name} = (`), 0);
  const opening = code.indexOf(`<${element}${attributes}`, from);
  const inside = isBelow
    ? code.indexOf(`</${element}>`, opening)
    : code.indexOf('>\n', opening) + 2;
  const lastImport = importsOf(code).at(-1)?.statement;
  if (opening < 0 || inside < 2 || !lastImport) {
    throw new Error(`${file} has no <${element}${attributes}`);
  }
  return `${code.slice(0, inside)}${children}${code.slice(inside)}`.replace(
    lastImport,
    text => `${text}${missingImports(code, imports)}${above}`,
  );
}
