import { Text } from '@backstage/ui';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { useReadOnly } from '../ReadOnly';
import { useFindingSpells, useSpellText } from './useFindingSpells';
import styles from './FindingHistory.module.css';

const SHOWN = 5;

/** When a finding came, went and came back; absent when that is not known. */
export function FindingHistory(props: { finding: string }) {
  const { entity } = useEntity();
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber } = useFormat();
  const spellText = useSpellText();
  const isReadOnly = useReadOnly();
  const spells = useFindingSpells(entity.metadata.name).filter(
    ({ finding }) => finding === props.finding,
  );
  if (isReadOnly || spells.length === 0) {
    return null;
  }
  const left = spells.length - SHOWN;
  return (
    <section>
      <Text as="h4" weight="bold">
        {t('findings.history', { count: spells.length })}
      </Text>
      <ul className={styles.spells}>
        {spells.slice(0, SHOWN).map(spell => (
          <li key={`${spell.from} ${spell.until}`}>{spellText(spell)}</li>
        ))}
        {left > 0 && (
          <li>{t('findings.moreTimes', { more: formatNumber(left) })}</li>
        )}
      </ul>
    </section>
  );
}
