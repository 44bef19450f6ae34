import { writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import {
  type ArchiveName,
  archiveNames,
  readArchive,
  writeArchive,
} from './archive/archives';
import { importFolder } from './archive/importFolder';
import { ownArchive } from './archive/ownArchive';
import { timeCases } from './judge/timeCases';
import { judgeArchives } from './judgeArchives';
import { caseReport } from './page/caseReport';
import { allTexts } from './page/allTexts';
import { accuracyPage } from './page/accuracyPage';
import { pageFile } from './repositoryPaths';

const usage = `npm run -s accuracy                         judges all cases, writes docs/accuracy.md
npm run -s accuracy -- --build              builds our own cases anew from their sources first
npm run -s accuracy -- --import FOLDER      reads the archive of that name from a folder first
npm run -s accuracy -- --case NAME          says what the doctor says of a case, and what is true
npm run -s accuracy -- --texts              prints every title and remedy of all cases, by rule
npm run -s accuracy -- --case NAME --bundle prints its cluster, for clusters doctor --bundle
`;

function isArchive(name: string): name is ArchiveName {
  return archiveNames.some(each => each === name);
}

function importFrom(folder: string): void {
  const name = basename(resolve(folder));
  if (!isArchive(name)) {
    throw new Error(
      `--import must name a folder called ${archiveNames.join(
        ', ',
      )}, it is "${name}"`,
    );
  }
  writeArchive(name, importFolder(folder));
}

function showCase(name: string, isBundle: boolean): void {
  const known = archiveNames
    .flatMap(readArchive)
    .find(each => each.name === name);
  if (!known) {
    throw new Error(`no case is called "${name}"`);
  }
  process.stdout.write(
    isBundle ? `${JSON.stringify(known.bundle, null, 2)}\n` : caseReport(known),
  );
}

function writePage(): void {
  const outcomes = judgeArchives();
  const times = timeCases(archiveNames.flatMap(readArchive));
  const text = accuracyPage(outcomes, times);
  writeFileSync(pageFile, text);
  process.stdout.write(
    `${text.slice(
      text.indexOf('## Figures'),
      text.indexOf('## By severity'),
    )}\n`,
  );
}

function main(): void {
  const { values } = parseArgs({
    options: {
      build: { type: 'boolean' },
      import: { type: 'string', multiple: true },
      case: { type: 'string' },
      bundle: { type: 'boolean' },
      texts: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  values.import?.forEach(importFrom);
  if (values.build) {
    writeArchive('own', ownArchive());
  }
  if (values.texts) {
    process.stdout.write(allTexts(archiveNames.flatMap(readArchive)));
    return;
  }
  if (values.case !== undefined) {
    showCase(values.case, values.bundle === true);
    return;
  }
  writePage();
}

main();
