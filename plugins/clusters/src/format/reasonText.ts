import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import {
  type Measure,
  sourceStateSchema,
} from '@clusterworks/plugin-clusters-common';
import type { clustersTranslationRef } from '../translation';

type Translate = TranslationFunction<(typeof clustersTranslationRef)['T']>;
type Unknown = Extract<Measure, { certainty: 'unknown' }>;

/**
 * Why a number is unknown, in the words of the page; those of the backend, which
 * are English, for a reason of which the page knows no code.
 */
export function reasonText(
  t: Translate,
  { reason, code, params = {} }: Unknown,
): string {
  const text = (name: string) => String(params[name] ?? '');
  const number = (name: string) => Number(params[name] ?? 0);
  switch (code) {
    case 'source': {
      const state = sourceStateSchema.options.find(
        each => each === params.state,
      );
      return state
        ? `${text('source')}: ${t(`findings.sourceStates.${state}`)}`
        : reason;
    }
    case 'ipamMode':
      return t('format.why.ipamMode', { mode: text('mode') });
    case 'unseenSubnet':
      return t('format.why.unseenSubnet', { subnet: text('subnet') });
    case 'refused':
      return t('format.why.refused', { count: number('count') });
    case 'shortTrend':
      return t('format.why.shortTrend', { hours: number('hours') });
    case 'noLimits':
      return t('format.why.noLimits', { instanceType: text('instanceType') });
    case 'noCiliumNodes':
    case 'noEniNode':
    case 'noSubnet':
    case 'noBlock':
    case 'oneLook':
    case 'lastsLong':
    case 'noUse':
    case 'noUseBySubnet':
    case 'noInstanceType':
    case 'noPoolStatus':
    case 'noStatus':
    case 'noNodes':
    case 'noKarpenterNodes':
    case 'noCapacityType':
    case 'noWorkload':
    case 'noNodeUp':
    case 'nothingToShare':
      return t(`format.why.${code}`);
    default:
      return reason;
  }
}
