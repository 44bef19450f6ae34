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
  [
    'noUse',
    {},
    'the agent has not reported what it uses',
    'der Agent hat noch nicht gemeldet, was er nutzt',
  ],
  [
    'noUseBySubnet',
    {},
    'nodes do not say which of their interfaces is in use',
    'Knoten sagen nicht, welche ihrer Schnittstellen genutzt wird',
  ],
  [
    'noLimits',
    { instanceType: 'm5.large' },
    'limits of m5.large are not known',
    'die Grenzen von m5.large sind nicht bekannt',
  ],
  [
    'noInstanceType',
    {},
    'the instance type is not known',
    'der Instanztyp ist nicht bekannt',
  ],
  [
    'noPoolStatus',
    {},
    'Karpenter has not written the status of this pool yet',
    'Karpenter hat den Status dieses Pools noch nicht geschrieben',
  ],
  [
    'noStatus',
    {},
    'the controller has not written a status yet',
    'der Controller hat noch keinen Status geschrieben',
  ],
  ['noNodes', {}, 'there are no nodes', 'es gibt keine Knoten'],
  [
    'noKarpenterNodes',
    {},
    'Karpenter has no nodes',
    'Karpenter hat keine Knoten',
  ],
  [
    'noCapacityType',
    {},
    'nodes do not say how they were bought',
    'Knoten sagen nicht, wie sie gekauft wurden',
  ],
  [
    'noWorkload',
    {},
    'no workload has several pods',
    'kein Workload hat mehrere Pods',
  ],
  [
    'noNodeUp',
    {},
    'no node has come up yet',
    'noch ist kein Knoten hochgekommen',
  ],
  [
    'nothingToShare',
    {},
    'there is nothing to share',
    'es gibt nichts, wovon es ein Anteil wäre',
  ],
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
