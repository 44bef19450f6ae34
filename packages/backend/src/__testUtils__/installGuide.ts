import { readFileSync } from 'node:fs';
import path from 'node:path';

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

/** What `yarn add` adds to one workspace of the app. */
export function guidePackages(workspace: string): string[] {
  return guideBlocks()
    .filter(({ language }) => language === 'bash')
    .flatMap(({ text }) => text.replaceAll('\\\n', ' ').split('\n'))
    .filter(line => line.startsWith(`yarn --cwd ${workspace} add `))
    .flatMap(line => line.split(/\s+/).slice(4))
    .filter(Boolean);
}
