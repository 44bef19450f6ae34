import { parseEntityRef } from '@backstage/catalog-model';
import {
  type FleetRow,
  shareMeasure,
  type Verdict,
} from '@clusterworks/plugin-clusters-common';
import { durationText } from '../measureText';
import { plainText } from '../plainText';
import { inDays, supportEnds } from '../supportEnds';
import { summarizeChanges } from './summarizeChanges';
import type { DigestCluster } from './DigestCluster';

const WEEK_MS = 7 * 86_400_000;
/** Ends of support within these days are told. */
const ENDS_DAYS = 90;
/** Addresses that last for less are told. */
const ADDRESS_HOURS = 30 * 24;
/** CPUs of which a smaller share is requested are spare, from a size on. */
const SPARE_SHARE = 0.4;
const SPARE_CPUS = 16;
/** Clusters that a sentence names; the others are counted. */
const MAX_NAMED = 5;
const MAX_NAME = 80;
const MAX_HEADLINE = 120;
/** Most characters of a digest: a sentence that does not fit is left out. */
const MAX_TEXT = 1_900;

/** A summary for the owner of clusters. */
export interface Digest {
  title: string;
  description: string;
}

/**
 * Sums up the last week of an owner's clusters: how they are, what changed, what
 * will end, how long addresses last, and what is spare. Clusters that are being
 * built or taken down, or are not built yet, are left out.
 *
 * @param now - milliseconds since 1970
 * @returns undefined when there is nothing to say
 */
export function digestOf(
  owner: string,
  clusters: readonly DigestCluster[],
  now: number,
): Digest | undefined {
  const running = clusters
    .filter(
      ({ row }) => row.provisioned && (row.phase ?? 'running') === 'running',
    )
    .sort(({ row: one }, { row: other }) => (one.name < other.name ? -1 : 1));
  const rows = running.map(({ row }) => row);
  const isQuiet = ({ headline: { mutedUntil } }: FleetRow) =>
    mutedUntil !== undefined && Date.parse(mutedUntil) > now;
  const loud = rows.filter(row => !isQuiet(row));
  const sentences = [
    nowSentence(loud, 'critical'),
    nowSentence(loud, 'degraded'),
    nowSentence(loud, 'unknown'),
    mutedSentence(rows.filter(isQuiet)),
    changesSentence(running, now),
    ...endSentences(rows, now),
    addressesSentence(rows),
    spareSentence(rows),
  ].flatMap(sentence => sentence ?? []);
  return sentences.length === 0
    ? undefined
    : { title: titleOf(owner, rows), description: fitting(sentences) };
}

function titleOf(owner: string, rows: readonly FleetRow[]): string {
  const counts = (['critical', 'degraded', 'unknown', 'healthy'] as const)
    .map(verdict => ({
      verdict,
      count: rows.filter(row => row.verdict === verdict).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => `${count} ${verdict}`);
  const { name } = parseEntityRef(owner, { defaultKind: 'group' });
  return `The week of ${plainText(name, MAX_NAME)}: ${counts.join(', ')}`;
}

function nowSentence(
  rows: readonly FleetRow[],
  verdict: Verdict,
): string | undefined {
  const named = rows
    .filter(row => row.verdict === verdict)
    .map(
      ({ name, headline }) =>
        `${nameOf(name)} (${plainText(headline.text, MAX_HEADLINE)})`,
    );
  const what = verdict === 'unknown' ? 'Not known' : `Now ${verdict}`;
  return sentenceOf(what, named);
}

/** They are counted in the title, but nobody has to read what is wrong. */
function mutedSentence(rows: readonly FleetRow[]): string | undefined {
  const named = rows.map(
    ({ name, verdict, headline: { mutedUntil = '' } }) =>
      `${nameOf(name)} (${verdict}, until ${mutedUntil.slice(0, 10)})`,
  );
  return sentenceOf('Muted', named);
}

function changesSentence(
  clusters: readonly DigestCluster[],
  now: number,
): string | undefined {
  const named = clusters
    .flatMap(({ row: { name }, changes }) => {
      const summary = summarizeChanges(changes, now - WEEK_MS, now);
      return summary ? [{ name, ...summary }] : [];
    })
    .sort((one, other) => other.criticalMs - one.criticalMs)
    .map(({ name, text }) => `${nameOf(name)} ${text}`);
  return sentenceOf('This week', named);
}

/** A sentence for each end of support, the first to come first. */
function endSentences(rows: readonly FleetRow[], now: number): string[] {
  const byWhat = new Map<
    string,
    { days: number; end: string; names: string[] }
  >();
  for (const row of rows) {
    for (const { what, days, end } of supportEnds(row, now).ends) {
      if (days >= 0 && days <= ENDS_DAYS) {
        const known = byWhat.get(what) ?? { days, end, names: [] };
        known.names.push(nameOf(row.name));
        byWhat.set(what, known);
      }
    }
  }
  return [...byWhat]
    .sort(([, one], [, other]) => one.days - other.days)
    .slice(0, MAX_NAMED)
    .flatMap(([what, { days, end, names }]) => {
      const begin = what.charAt(0).toLocaleUpperCase('en-US') + what.slice(1);
      return sentenceOf(`${begin} ends ${inDays(days)} (${end})`, names) ?? [];
    });
}

function addressesSentence(rows: readonly FleetRow[]): string | undefined {
  const named = rows
    .flatMap(({ name, room: { hours } }) =>
      hours.certainty !== 'unknown' &&
      hours.certainty !== 'atLeast' &&
      hours.value <= ADDRESS_HOURS
        ? [{ name, hours }]
        : [],
    )
    .sort((one, other) => one.hours.value - other.hours.value)
    .map(({ name, hours }) => `${nameOf(name)} for ${durationText(hours)}`);
  return sentenceOf('Free addresses last', named);
}

function spareSentence(rows: readonly FleetRow[]): string | undefined {
  const named = rows
    .flatMap(({ name, cpuRequested, cpuAllocatable }) => {
      const share = shareMeasure(cpuRequested, cpuAllocatable);
      // A share that may be larger says nothing of what is spare.
      if (
        share.certainty === 'unknown' ||
        share.certainty === 'atLeast' ||
        cpuAllocatable.certainty === 'unknown' ||
        share.value >= SPARE_SHARE ||
        cpuAllocatable.value < SPARE_CPUS
      ) {
        return [];
      }
      const spare = cpuAllocatable.value * (1 - share.value);
      return [{ name, share, cpus: cpuAllocatable.value, spare }];
    })
    .sort((one, other) => other.spare - one.spare)
    .map(({ name, share, cpus }) => {
      const bound = { exact: '', atMost: 'at most ', estimate: 'about ' };
      const percent = Math.round(share.value * 100);
      return `${nameOf(name)} requests ${
        bound[share.certainty]
      }${percent} % of ${Math.round(cpus)} CPUs`;
    });
  return sentenceOf('Spare', named);
}

/** `Now critical: a, b, and 3 more.` */
function sentenceOf(
  what: string,
  named: readonly string[],
): string | undefined {
  if (named.length === 0) {
    return undefined;
  }
  const more = named.length - MAX_NAMED;
  const list = named.slice(0, MAX_NAMED).join('; ');
  return `${what}: ${list}${more > 0 ? `; and ${more} more` : ''}.`;
}

/** One sentence a line, as many as fit. */
function fitting(sentences: readonly string[]): string {
  let text = '';
  for (const sentence of sentences) {
    const longer = text === '' ? sentence : `${text}\n${sentence}`;
    if (longer.length <= MAX_TEXT) {
      text = longer;
    }
  }
  return text;
}

function nameOf(name: string): string {
  return plainText(name, MAX_NAME);
}
