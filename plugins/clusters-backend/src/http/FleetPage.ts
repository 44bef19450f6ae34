import { createHash } from 'node:crypto';
import type {
  FleetAnswer,
  FleetResponse,
  FleetRow,
} from '@clusterworks/plugin-clusters-common';
import { ResponseBody } from './ResponseBody';

type Part = NonNullable<FleetAnswer['changes']>['parts'][number];

/** The rows of a page, by what tells their contents apart, in their order. */
export type PageRows = ReadonlyMap<string, number>;

/** About the memory of one row in {@link PageRows}, beyond its text. */
const BYTES_PER_ROW = 64;

/**
 * One page of the fleet as JSON. Each row is kept as a part of that JSON, so
 * that the changes since an earlier page are cut out of it.
 */
export class FleetPage {
  /**
   * Names the contents: the same while the same revisions of the same rows are
   * shown.
   */
  readonly version: string;
  readonly body: ResponseBody;
  readonly rows: PageRows;
  readonly #page: Omit<FleetResponse, 'items'>;
  readonly #json: Buffer;
  /** Where each row begins and ends in the JSON. */
  readonly #ends: readonly (readonly [start: number, end: number])[];

  /** @param boot - names this process, whose revisions others may repeat */
  constructor(page: FleetResponse, boot: string) {
    const { items, ...rest } = page;
    this.rows = new Map(items.map((row, index) => [contentOf(row), index]));
    this.version = versionOf(rest, this.rows, boot);
    this.#page = { ...rest, version: this.version };
    const head = Buffer.from(openJson(this.#page));
    let at = head.length;
    const texts = items.map(row => Buffer.from(JSON.stringify(row)));
    this.#ends = texts.map(({ length }) => {
      const start = at;
      at += length + 1;
      return [start, start + length] as const;
    });
    this.#json = join(head, texts);
    this.body = new ResponseBody(this.#json, this.etag);
  }

  get etag(): string {
    return `W/"${this.version}"`;
  }

  /** About the memory that {@link rows} takes, in bytes. */
  static weigh(rows: PageRows): number {
    let bytes = BYTES_PER_ROW;
    for (const content of rows.keys()) {
      bytes += BYTES_PER_ROW + content.length;
    }
    return bytes;
  }

  /**
   * An answer with only the rows that an earlier page does not have, and the
   * order of all.
   *
   * @param since - the version of the earlier page
   * @returns nothing when it would hardly be smaller than the page
   */
  changesSince(since: string, earlier: PageRows): ResponseBody | undefined {
    const parts: Part[] = [];
    const texts: Buffer[] = [];
    let index = 0;
    for (const content of this.rows.keys()) {
      const from = earlier.get(content);
      if (from === undefined) {
        const [start, end] = this.#ends[index];
        texts.push(this.#json.subarray(start, end));
      }
      append(parts, from);
      index += 1;
    }
    if (2 * Math.max(texts.length, parts.length) > this.rows.size + 1) {
      return undefined;
    }
    const head = openJson({ ...this.#page, changes: { since, parts } });
    return new ResponseBody(join(Buffer.from(head), texts), this.etag);
  }
}

/** A row's name, its revision and what else differs between those who see it. */
function contentOf({ name, revision, otherClaims }: FleetRow): string {
  const claims = otherClaims ? JSON.stringify(otherClaims) : '';
  return `${name}:${revision}${claims}`;
}

function versionOf(
  page: Omit<FleetResponse, 'items'>,
  rows: PageRows,
  boot: string,
): string {
  const { totals, nextCursor } = page;
  const hash = createHash('sha256');
  hash.update(JSON.stringify([boot, totals, nextCursor]));
  for (const content of rows.keys()) {
    hash.update(`${content};`);
  }
  return hash.digest('base64url').slice(0, 20);
}

/** The JSON of an answer up to its first row. */
function openJson(page: Omit<FleetAnswer, 'items'>): string {
  return `${JSON.stringify(page).slice(0, -1)},"items":[`;
}

function join(head: Buffer, rows: readonly Buffer[]): Buffer {
  const comma = Buffer.from(',');
  const listed = rows.flatMap((row, index) => (index > 0 ? [comma, row] : row));
  return Buffer.concat([head, ...listed, Buffer.from(']}')]);
}

/** Adds a row to the last part, or begins another. */
function append(parts: Part[], from: number | undefined): void {
  const last = parts.at(-1);
  const follows =
    last &&
    (from === undefined
      ? last.from === undefined
      : last.from !== undefined && last.from + last.count === from);
  if (follows) {
    last.count += 1;
  } else {
    parts.push(from === undefined ? { count: 1 } : { from, count: 1 });
  }
}
