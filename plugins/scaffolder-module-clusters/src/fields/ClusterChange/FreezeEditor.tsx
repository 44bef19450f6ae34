import { Alert, Button, Text, TextField } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type ClusterSpec,
  collectClusterSpecIssues,
  type FreezeSpec,
  withFreeze,
} from '@clusterworks/plugin-clusters-spec';
import { clusterFormTranslationRef } from '../../translation';
import styles from './ClusterChange.module.css';

const HOURS = [8, 72, 336];

/** To the minute, so that the text stays short. */
function hoursFromNow(hours: number): string {
  const time = new Date(Date.now() + hours * 3_600_000);
  return `${time.toISOString().slice(0, 16)}Z`;
}

function isOver(until: string): boolean {
  return Date.parse(until) < Date.now();
}

/** When a freeze of disruption should end; or the end of the present one. */
export function FreezeEditor(props: {
  /** As it is in git. */
  before: ClusterSpec;
  spec: ClusterSpec;
  onChange: (spec: ClusterSpec) => void;
}) {
  const { before, spec, onChange } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const freeze = spec.spec.karpenter?.freeze;
  const wasFrozen = before.spec.karpenter?.freeze !== undefined;
  const issue = collectClusterSpecIssues(spec).find(({ path }) =>
    path.startsWith('spec.karpenter.freeze'),
  );
  const change = (next: Partial<FreezeSpec>) => {
    const { until = '', reason } = { ...freeze, ...next };
    onChange(withFreeze(spec, { until, ...(reason ? { reason } : {}) }));
  };
  return (
    <div className={styles.fields}>
      <Text as="p" variant="body-small" color="secondary">
        {t('change.freezeHint')}
      </Text>
      <TextField
        label={t('change.freezeUntil')}
        description={issue?.message ?? t('change.freezeUntilHint')}
        isInvalid={issue !== undefined}
        value={freeze?.until ?? ''}
        validationBehavior="aria"
        onChange={until => change({ until })}
      />
      <div className={styles.choices}>
        {HOURS.map(hours => (
          <Button
            key={hours}
            size="small"
            variant="secondary"
            onPress={() => change({ until: hoursFromNow(hours) })}
          >
            {t('change.freezeFor', { hours: String(hours) })}
          </Button>
        ))}
      </div>
      <TextField
        label={t('change.freezeReason')}
        value={freeze?.reason ?? ''}
        validationBehavior="aria"
        onChange={reason => change({ reason })}
      />
      {freeze && !issue && isOver(freeze.until) && (
        <Alert status="warning" icon title={t('change.freezeOver')} />
      )}
      {wasFrozen && freeze && (
        <div>
          <Button
            variant="primary"
            size="small"
            onPress={() => onChange(withFreeze(spec, undefined))}
          >
            {t('change.freezeEnd')}
          </Button>
        </div>
      )}
      {wasFrozen && !freeze && (
        <Alert status="info" icon title={t('change.freezeEnds')} />
      )}
    </div>
  );
}
