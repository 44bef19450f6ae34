import type { Note } from '../notifications/NotificationState';
import type { NotificationSender } from '../notifications/NotificationSender';
import { plainText } from '../notifications/plainText';
import type { FleetStore } from '../fleet/FleetStore';
import { entryOf } from './entryOf';
import type { WaveState } from './machine/WaveState';
import { waveTitle } from './waveTitle';

const MAX_TITLE = 255;
const MAX_TEXT = 1_000;

const reasons: Record<NonNullable<WaveState['halt']>['reason'], string> = {
  critical: 'is critical',
  closed: 'has a pull request that was closed and not merged',
  failed: 'got no pull request',
  gone: 'is not in the catalog any more',
};

/**
 * Tells who started a wave, and the owner of the cluster because of which it
 * halted, that it halted; and the same people when it goes on.
 */
export class WaveNotifier {
  readonly #sender: Pick<NotificationSender, 'send' | 'ready'>;
  readonly #fleet: Pick<FleetStore, 'find'>;

  constructor(options: {
    sender: Pick<NotificationSender, 'send' | 'ready'>;
    fleet: Pick<FleetStore, 'find'>;
  }) {
    this.#sender = options.sender;
    this.#fleet = options.fleet;
  }

  /**
   * Sends what people are to be told of a wave.
   *
   * @returns who was told by now; undefined when it has to be tried again
   */
  async tell(wave: WaveState): Promise<string[] | undefined> {
    const told: string[] = [];
    for (const note of this.#notes(wave)) {
      if (!this.#sender.ready || (await this.#sender.send(note)) === 'later') {
        return undefined;
      }
      told.push(note.recipient);
    }
    return wave.halt ? told : [];
  }

  #notes(wave: WaveState): Note[] {
    return wave.unsent.flatMap(({ kind, at }) =>
      this.#recipients(wave, kind).map(recipient => ({
        ...{ recipient, at },
        payload: {
          title: plainText(titleOf(wave, kind), MAX_TITLE),
          description: plainText(textOf(wave, kind), MAX_TEXT),
          link: `/clusters/waves/${wave.id}`,
          severity: kind === 'halted' ? 'high' : 'low',
          topic: 'clusters.wave',
          // What follows updates the first notification.
          scope: `wave:${wave.id}`,
        },
      })),
    );
  }

  #recipients(wave: WaveState, kind: string): string[] {
    if (kind === 'resumed') {
      return wave.told;
    }
    const owner = wave.halt && entryOf(this.#fleet, wave.halt)?.cluster.owner;
    return [...new Set([wave.startedBy, ...(owner ? [owner] : [])])];
  }
}

function titleOf({ change, halt }: WaveState, kind: string): string {
  const title = waveTitle(change);
  return kind === 'halted' && halt
    ? `The wave ${title} halted: ${halt.cluster} ${reasons[halt.reason]}`
    : `The wave ${title} goes on`;
}

function textOf({ steps, halt }: WaveState, kind: string): string {
  const done = steps.filter(({ state }) => state === 'done').length;
  const begin = `${done} of ${steps.length} clusters are done.`;
  return kind === 'halted'
    ? `${begin} No other cluster begins until a person resumes it. ${
        halt?.message ?? ''
      }`
    : begin;
}
