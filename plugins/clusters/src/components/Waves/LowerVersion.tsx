import { Button, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { WavePlan } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import styles from './Waves.module.css';

/** Offers the version before, when the chosen one is too far for all clusters. */
export function LowerVersion(props: {
  plan: WavePlan;
  /** The version below the chosen one, if there is one. */
  version: string | undefined;
  onChoose: (version: string) => void;
}) {
  const { plan, version, onChoose } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const isTooFar = plan.leftOut.some(({ why }) => why === 'tooFar');
  if (!version || plan.stages.length > 0 || !isTooFar) {
    return null;
  }
  return (
    <div className={styles.section}>
      <Text as="p">{t('waves.form.oneMinor')}</Text>
      <div className={styles.actions}>
        <Button variant="secondary" onPress={() => onChoose(version)}>
          {t('waves.form.takeLower', { version })}
        </Button>
      </div>
    </div>
  );
}
