import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, stringify } from 'yaml';

const root = path.resolve(__dirname, '..', '..', '..', '..');

/** A code block of the install guide. */
export interface GuideBlock {
  language: string;
  /** The file of the app that it is for, from its first line. */
  file?: string;
  text: string;
}

/** The code blocks of docs/operate/install.md, in order. */
export function guideBlocks(): GuideBlock[] {
  const guide = path.join(root, 'docs', 'operate', 'install.md');
  return [
    ...readFileSync(guide, 'utf8').matchAll(/^```(\w+)\n([^]*?)^```$/gm),
  ].map(([, language, text]) => ({
    language,
    text,
    file: /^(?:\/\/|#) (\S+\.\w+)\n/.exec(text)?.[1],
  }));
}

/** The text for one file of the app. */
export function guideText(file: string): string {
  const found = guideBlocks().filter(block => block.file === file);
  if (found.length !== 1) {
    throw new Error(`${found.length} blocks of the guide are for ${file}`);
  }
  return found[0].text;
}

/** The commands that add packages to workspaces of the app. */
export function guideCommands(): string[] {
  return guideBlocks()
    .filter(({ language }) => language === 'bash')
    .flatMap(({ text }) => text.replaceAll('\\\n', ' ').split('\n'))
    .filter(line => line.startsWith('yarn --cwd '));
}

/** What `yarn add` adds to one workspace of the app. */
export function guidePackages(workspace: string): string[] {
  return guideCommands()
    .filter(line => line.startsWith(`yarn --cwd ${workspace} add `))
    .flatMap(line => line.split(/\s+/).slice(4))
    .filter(Boolean);
}

/** The index of a backend, with the features that the guide adds. */
export function withGuideFeatures(index: string): string {
  const start = 'backend.start();';
  if (!index.includes(start)) {
    throw new Error(`the index does not have ${start}`);
  }
  return index.replace(
    start,
    `${guideText('packages/backend/src/index.ts')}\n${start}`,
  );
}

/** The configuration of an app, changed as the guide says. */
export function withGuideConfig(
  appConfig: string,
  { legacy = false } = {},
): string {
  const base = parse(appConfig);
  const guide = parse(guideText('app-config.yaml'));
  const merged = { ...base };
  for (const [key, value] of Object.entries(guide)) {
    merged[key] = { ...base[key], ...(value as object) };
  }
  if (legacy) {
    delete merged.app.extensions;
  } else {
    merged.app.extensions = [
      ...(base.app.extensions ?? []),
      ...guide.app.extensions,
    ];
  }
  return stringify(merged);
}
