import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  fleetFilterKeys,
  type FilterKey,
} from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import styles from './FleetFilter.module.css';

const SHOWN_EXAMPLES = 3;

/** A few words of a key, as they may be typed. */
function wordsOf({ name, examples }: FilterKey): string {
  return examples.length > 0
    ? examples
        .slice(0, SHOWN_EXAMPLES)
        .map(each => `${name}:${each}`)
        .join(' ')
    : `${name}:`;
}

/** What can be typed into the filter line. */
export function FilterHelp() {
  const { t } = useTranslationRef(clustersTranslationRef);
  const meanings = {
    verdict: t('fleet.help.verdict'),
    phase: t('fleet.help.phase'),
    name: t('fleet.help.text'),
    env: t('fleet.help.text'),
    region: t('fleet.help.text'),
    account: t('fleet.help.text'),
    owner: t('fleet.help.text'),
    system: t('fleet.help.text'),
    label: t('fleet.help.label'),
    component: t('fleet.help.component'),
    zone: t('fleet.help.zone'),
    k8s: t('fleet.help.version'),
    karpenter: t('fleet.help.version'),
    cilium: t('fleet.help.version'),
    nodes: t('fleet.help.amount'),
    pending: t('fleet.help.amount'),
    cpu: t('fleet.help.share'),
    spot: t('fleet.help.share'),
    room: t('fleet.help.room'),
    finding: t('fleet.help.finding'),
    differs: t('fleet.help.differs'),
    next: t('fleet.help.next'),
    held: t('fleet.help.held'),
    connection: t('fleet.help.connection'),
    freeze: t('fleet.help.freeze'),
    provisioned: t('fleet.help.provisioned'),
  };
  const meaningOf = new Map<string, string>(Object.entries(meanings));
  return (
    <details className={styles.help}>
      <summary>{t('fleet.help.title')}</summary>
      <p>{t('fleet.help.grammar')}</p>
      <dl className={styles.keys}>
        {fleetFilterKeys.map(key => (
          <div key={key.name}>
            <dt>
              <code>{wordsOf(key)}</code>
            </dt>
            <dd>{meaningOf.get(key.name) ?? key.name}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
