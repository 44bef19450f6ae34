import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  LaunchOutlook,
  OutlookType,
} from '@clusterworks/plugin-clusters-spec';
import { clusterFormTranslationRef } from '../../translation';
import { useFormat } from '../useFormat';
import { outlookFacts } from './outlookFacts';
import styles from './PoolOutlook.module.css';

/** Names that a list shows; the rest is counted. */
const MOST_NAMES = 8;

function useNames() {
  const { t } = useTranslationRef(clusterFormTranslationRef);
  return (names: readonly string[]) => {
    const more = names.length - MOST_NAMES;
    const listed = names.slice(0, MOST_NAMES).join(', ');
    return more > 0
      ? t('cidr.moreNames', { names: listed, more: String(more) })
      : listed;
  };
}

function useSize() {
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const { formatNumber } = useFormat();
  return ({ name, vcpus, memoryMib }: OutlookType) =>
    t(memoryMib === undefined ? 'outlook.sizeOfCpu' : 'outlook.size', {
      name,
      vcpus: vcpus === undefined ? '—' : formatNumber(vcpus),
      memory: formatNumber(Math.round((memoryMib ?? 0) / 1024)),
    });
}

/** What a pool launches, in words. */
export function OutlookFactList({ outlook }: { outlook: LaunchOutlook }) {
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const { formatNumber } = useFormat();
  const namesOf = useNames();
  const sizeOf = useSize();
  const facts = outlookFacts(outlook);
  const { largest, pods } = facts;
  return (
    <dl className={styles.facts}>
      <dt>{t('outlook.families')}</dt>
      <dd>{namesOf(facts.families) || t('outlook.nothing')}</dd>
      {facts.examples.length > 0 && (
        <>
          <dt>{t('outlook.examples')}</dt>
          <dd>{facts.examples.map(({ name }) => name).join(', ')}</dd>
        </>
      )}
      {largest && (
        <>
          <dt>{t('outlook.largest')}</dt>
          <dd>{sizeOf(largest)}</dd>
        </>
      )}
      {pods && (
        <>
          <dt>{t('outlook.pods')}</dt>
          <dd>
            {pods.least === pods.most
              ? formatNumber(pods.most)
              : `${formatNumber(pods.least)}–${formatNumber(pods.most)}`}
          </dd>
        </>
      )}
      {facts.excluded.map(({ limit, types }) => (
        <div key={limit} style={{ display: 'contents' }}>
          <dt>{t('outlook.beyond', { limit })}</dt>
          <dd>{namesOf(types)}</dd>
        </div>
      ))}
      {outlook.leftOut.length > 0 && (
        <>
          <dt>{t('outlook.leftOut')}</dt>
          <dd>{namesOf(outlook.leftOut)}</dd>
        </>
      )}
    </dl>
  );
}
