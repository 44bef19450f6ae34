import { phaseSchema, verdictSchema } from '../assessment';
import { connectionSchema, countedAs, type FleetRow } from '../api';
import { type Measure, shareMeasure } from '../measure';
import { differs, finding, label, zone } from './filterFacts';
import { component, heldBy, nextStep } from './filterRelations';
import {
  amount,
  choice,
  type FilterKey,
  roomByUnit,
  text,
  version,
} from './filterKinds';

const NOT_ANSWERED: Measure = {
  certainty: 'unknown',
  reason: 'an older backend answered',
};

/** Git decides about a freeze: a cluster that cannot be read has one, too. */
function freezeOf({ frozenUntil }: FleetRow): string {
  if (frozenUntil === undefined) {
    return 'none';
  }
  return Date.parse(frozenUntil) <= Date.now() ? 'overdue' : 'active';
}

/**
 * All keys by which a fleet can be filtered, in the order of the columns.
 *
 * @public
 */
export const fleetFilterKeys: readonly FilterKey[] = [
  choice('verdict', [...verdictSchema.options, 'building'], countedAs),
  choice('phase', phaseSchema.options, row => row.phase),
  text('name', ['cluster'], row => row.name),
  text('env', ['environment'], row => row.environment),
  text('region', [], row => row.region),
  text('account', [], row => row.accountId),
  text('owner', [], row => row.owner),
  text('system', [], row => row.system),
  component('component'),
  label('label'),
  zone('zone'),
  version('k8s', ['kubernetes'], 'kubernetes', '1.35'),
  version('karpenter', [], 'karpenter', '1.14'),
  version('cilium', [], 'cilium', '1.19'),
  nextStep('next'),
  amount('nodes', ['>5', '<50'], { '': row => row.nodes }),
  amount('pending', ['>0', '>20'], {
    '': row => row.podsPending ?? NOT_ANSWERED,
  }),
  finding('finding'),
  differs('differs'),
  heldBy('held'),
  amount('cpu', ['>80%', '<20%'], {
    '%': row => shareMeasure(row.cpuRequested, row.cpuAllocatable),
  }),
  amount('spot', ['>50%', '<50%'], { '%': row => row.spotShare }),
  amount('room', ['<9', '<7d'], roomByUnit),
  choice(
    'connection',
    connectionSchema.shape.state.options,
    row => row.connection.state,
  ),
  choice('freeze', ['none', 'active', 'overdue'], freezeOf),
  choice('provisioned', ['true', 'false'], row => String(row.provisioned)),
];

const byWord = new Map(
  fleetFilterKeys.flatMap(key =>
    [key.name, ...key.aliases].map(word => [word, key] as const),
  ),
);

/**
 * Finds the key for the word before a colon, in lower case.
 *
 * @public
 */
export function fleetFilterKey(word: string): FilterKey | undefined {
  return byWord.get(word);
}

/** All words that may stand before a colon. */
export const fleetFilterWords: readonly string[] = [...byWord.keys()];

/** The texts in which a word without a key is searched. */
export function searchedText({ name, owner = '', headline }: FleetRow): string {
  return [name, owner, headline.text].join('\n').toLowerCase();
}
