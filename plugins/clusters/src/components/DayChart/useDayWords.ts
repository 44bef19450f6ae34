import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { type DayCell, OTHER_NODES } from './dayCells';

/** Titles of pull requests can be long; the list of events has the whole. */
const MAX_TITLE = 80;

function shorten(title: string): string {
  return title.length > MAX_TITLE ? `${title.slice(0, MAX_TITLE)}…` : title;
}

/** What a cell of the day says, in words. */
export function useDayWords(series: readonly string[]) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber, formatTime } = useFormat();
  const nameOf = (name: string) =>
    name === OTHER_NODES ? t('day.other') : name;
  const changesOf = ({ came, went }: DayCell) =>
    [
      came > 0 && t('day.came', { number: formatNumber(came) }),
      went > 0 && t('day.went', { number: formatNumber(went) }),
    ]
      .filter(Boolean)
      .join(', ');
  const mergesOf = ({ merges }: DayCell) =>
    merges.map(({ number, title }) =>
      t('day.merge', { number: String(number), title: shorten(title) }),
    );
  /** All but merges, which have links where there is room for them. */
  const marksOf = ({ interrupted, draining, upgrades }: DayCell) =>
    [
      interrupted > 0 && t('day.interrupted', { count: interrupted }),
      draining > 0 && t('day.draining', { count: draining }),
      ...upgrades.map(({ component, from, to }) =>
        t('day.upgrade', { part: t(`fleet.columns.${component}`), from, to }),
      ),
    ]
      .filter(Boolean)
      .join(', ');
  const poolsOf = ({ pools = {} }: DayCell) =>
    series
      .filter(name => pools[name])
      .map(name => `${nameOf(name)} ${formatNumber(pools[name])}`)
      .join(', ');
  const nodesOf = (cell: DayCell) => {
    if (cell.nodes === undefined) {
      return '';
    }
    const count = t('day.nodeCount', { count: cell.nodes });
    return poolsOf(cell) ? `${count} (${poolsOf(cell)})` : count;
  };
  const verdictOf = ({ verdict }: DayCell) =>
    verdict ? t(`verdict.${verdict}`) : t('strip.unrecorded');
  const textOf = (cell: DayCell) =>
    [
      formatTime(cell.at),
      verdictOf(cell),
      nodesOf(cell),
      cell.podsPending === undefined
        ? ''
        : t('day.podCount', { count: cell.podsPending }),
      changesOf(cell),
      ...mergesOf(cell),
      marksOf(cell),
    ]
      .filter(Boolean)
      .join(' · ');
  return { nameOf, changesOf, marksOf, poolsOf, verdictOf, textOf };
}
