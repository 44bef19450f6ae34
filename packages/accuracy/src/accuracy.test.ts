import { readFileSync } from 'node:fs';
import { archiveNames, readArchive } from './archive/archives';
import { ownArchive } from './archive/ownArchive';
import { reached } from './goals';
import { summarize } from './judge/summarize';
import { judgeArchives } from './judgeArchives';
import { accuracyPage, timeMarks } from './page/accuracyPage';
import { pageFile } from './repositoryPaths';

/** A page without its times, which no two machines share. */
function timeless(text: string): string {
  const [start, end] = timeMarks.map(mark => text.indexOf(mark));
  return text.slice(0, start) + text.slice(end);
}

describe('accuracy', () => {
  const outcomes = judgeArchives();
  const summary = summarize(archiveNames.flatMap(name => outcomes[name]));

  it('is what docs/accuracy.md says (npm run -s accuracy)', () => {
    const none = { medianMs: 0, p99Ms: 0, runs: 0 };
    const times = { cases: none, large: none, sick: none };
    const now = accuracyPage(outcomes, times);
    expect(timeless(readFileSync(pageFile, 'utf8'))).toBe(timeless(now));
  });

  it.each([
    'judgedRight',
    'toldRight',
    'headlineRight',
    'remedyRight',
  ] as const)('does not fall below its goal: %s', figure => {
    expect(summary[figure]).toBeGreaterThanOrEqual(reached[figure]);
  });

  it.each(['falseCriticals', 'falseWarnings', 'lostWrong'] as const)(
    'does not rise above its goal: %s',
    figure => {
      expect(summary[figure]).toBeLessThanOrEqual(reached[figure]);
    },
  );

  it('is measured on at least the promised number of cases', () => {
    expect(summary.cases).toBeGreaterThanOrEqual(16 + 20 + 86);
    expect(summary.lookAlikes).toBeGreaterThanOrEqual(60);
  });

  it('has an archive of our own cases that equals a new build (--build)', () => {
    expect(readArchive('own')).toEqual(ownArchive());
  });
});
