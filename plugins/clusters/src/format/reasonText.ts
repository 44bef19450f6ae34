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
    case 'noCiliumNodes':
      return t('format.why.noCiliumNodes');
    case 'ipamMode':
      return t('format.why.ipamMode', { mode: text('mode') });
    case 'noEniNode':
      return t('format.why.noEniNode');
    case 'unseenSubnet':
      return t('format.why.unseenSubnet', { subnet: text('subnet') });
    case 'noSubnet':
      return t('format.why.noSubnet');
    case 'noBlock':
      return t('format.why.noBlock');
    case 'refused':
      return t('format.why.refused', { count: number('count') });
    case 'oneLook':
      return t('format.why.oneLook');
    case 'shortTrend':
      return t('format.why.shortTrend', { hours: number('hours') });
    case 'lastsLong':
      return t('format.why.lastsLong');
    default:
      return reason;
  }
}
