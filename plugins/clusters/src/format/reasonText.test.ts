import {
  type UnknownReasonCode,
  unknownReasonCodes,
} from '@clusterworks/plugin-clusters-common';
import german from '../messages/de';
import { clustersTranslationRef } from '../translation';
import { reasonText } from './reasonText';

type Params = Record<string, string | number>;

const english = (
  clustersTranslationRef as unknown as {
    getDefaultMessages(): Record<string, string>;
  }
).getDefaultMessages();

/** The text of a code, put together from the messages of a language. */
function told(
  messages: Record<string, string>,
  code: string | undefined,
  params: Params,
): string {
  const t = (key: string, values: Params = {}) => {
    const form = values.count === 1 ? 'one' : 'other';
    return (messages[key] ?? messages[`${key}_${form}`]).replace(
      /\{\{(\w+)[^}]*\}\}/g,
      (_, name) => String(values[name]),
    );
  };
  return reasonText(t as never, {
    ...{ certainty: 'unknown', reason: 'as the backend says', code, params },
  });
}

const texts: [UnknownReasonCode, Params, string, string][] = [
  [
    'source',
    { source: 'ciliumnodes', state: 'forbidden' },
    'ciliumnodes: no access',
    'ciliumnodes: kein Zugriff',
  ],
  ['noCiliumNodes', {}, 'there are no CiliumNodes', 'es gibt keine'],
  ['ipamMode', { mode: 'kubernetes' }, 'IPAM mode is kubernetes', 'IPAM-Modus'],
  ['noEniNode', {}, 'no CiliumNode is in', 'kein CiliumNode ist im'],
  [
    'unseenSubnet',
    { subnet: 'subnet-b' },
    'subnet subnet-b',
    'Subnetz subnet-b',
  ],
  ['noSubnet', {}, 'no node shows its', 'kein Knoten zeigt sein'],
  ['noBlock', {}, 'the block of the subnet', 'Adressblock des Subnetzes'],
  ['refused', { count: 1 }, 'gives 1 of its nodes', 'gibt 1 seiner Knoten'],
  ['oneLook', {}, 'one look does not', 'ein Blick zeigt nicht'],
  ['shortTrend', { hours: 23 }, 'been seen for 23 h', 'ist es seit 23 h'],
  ['lastsLong', {}, 'it has not shrunk', 'nicht so geschrumpft'],
];

describe('reasonText', () => {
  it.each(texts)(
    'has words for %s in both languages',
    (code, params, en, de) => {
      expect(told(english, code, params)).toContain(en);
      expect(told(german, code, params)).toContain(de);
    },
  );

  it('has words for each code', () => {
    expect(texts.map(([code]) => code)).toEqual(unknownReasonCodes);
  });

  it.each<[string | undefined, Params]>([
    [undefined, {}],
    ['of a newer backend', {}],
    ['toString', {}],
    ['source', { source: 'nodes', state: 'toString' }],
    ['source', {}],
  ])('leaves what it does not know as it is: %s %j', (code, params) => {
    expect(told(german, code, params)).toBe('as the backend says');
  });
});
