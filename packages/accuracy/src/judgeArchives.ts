import { archiveNames, readArchive } from './archive/archives';
import { judgeAll } from './judge/judgeAll';
import type { OutcomesByArchive } from './page/accuracyPage';

/** Judges all archived cases. */
export function judgeArchives(): OutcomesByArchive {
  return Object.fromEntries(
    archiveNames.map(name => [name, judgeAll(readArchive(name))]),
  ) as OutcomesByArchive;
}
