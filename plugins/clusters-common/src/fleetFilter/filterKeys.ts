import { verdictSchema } from '../assessment';
import { connectionSchema, type FleetRow } from '../api';
import { shareMeasure } from '../measure';
import {
  amount,
  choice,
  type FilterKey,
  roomByUnit,
  text,
  version,
} from './filterKinds';

/** Everything that a fleet can be filtered by, in the order of the columns. */
export const fleetFilterKeys: readonly FilterKey[] = [
  choice('verdict', verdictSchema.options, row => row.verdict),
  text('name', ['cluster'], row => row.name),
  text('env', ['environment'], row => row.environment),
  text('region', [], row => row.region),
  text('account', [], row => row.accountId),
  text('owner', [], row => row.owner),
  version('k8s', ['kubernetes'], 'kubernetes', '1.35'),
  version('karpenter', [], 'karpenter', '1.14'),
  version('cilium', [], 'cilium', '1.19'),
  amount('nodes', ['>5', '<50'], { '': row => row.nodes }),
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
  choice('provisioned', ['true', 'false'], row => String(row.provisioned)),
];

const byWord = new Map(
  fleetFilterKeys.flatMap(key =>
    [key.name, ...key.aliases].map(word => [word, key] as const),
  ),
);

/** The key that a word before a colon means. */
export function fleetFilterKey(word: string): FilterKey | undefined {
  return byWord.get(word);
}

/** Every word that may stand before a colon. */
export const fleetFilterWords: readonly string[] = [...byWord.keys()];

/** What a word without a key is looked for in. */
export function searchedText({ name, owner = '', headline }: FleetRow): string {
  return [name, owner, headline.text].join('\n').toLowerCase();
}
