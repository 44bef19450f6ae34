import { Alert, Button, Text, TextField } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type ClusterSpec,
  collectClusterSpecIssues,
} from '@clusterworks/plugin-clusters-spec';
import { clusterFormTranslationRef } from '../../translation';
import type { ChangeValue } from './ChangeValue';
import styles from './ClusterChange.module.css';

type Decommission = ClusterSpec['spec']['decommission'];

function withDecommission(
  spec: ClusterSpec,
  decommission: Decommission,
): ClusterSpec {
  const { decommission: _, ...rest } = spec.spec;
  return {
    ...spec,
    spec: { ...rest, ...(decommission ? { decommission } : {}) },
  };
}

/** The first pull request: nodes are drained, and everything else stays. */
function DrainStep(props: {
  spec: ClusterSpec;
  onChange: (spec: ClusterSpec) => void;
}) {
  const { spec, onChange } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const { decommission } = spec.spec;
  const issue = collectClusterSpecIssues(spec).find(({ path }) =>
    path.startsWith('spec.decommission'),
  );
  const drain = (reason: string) =>
    onChange(
      withDecommission(spec, {
        stage: 'draining',
        ...(reason ? { reason } : {}),
      }),
    );
  return (
    <>
      <Text as="p" variant="body-small" color="secondary">
        {t('decommission.drainHint')}
      </Text>
      {decommission ? (
        <>
          <Alert status="warning" icon title={t('decommission.drains')} />
          <TextField
            label={t('decommission.reason')}
            description={issue?.message}
            isInvalid={issue !== undefined}
            value={decommission.reason ?? ''}
            validationBehavior="aria"
            onChange={drain}
          />
        </>
      ) : (
        <div>
          <Button variant="primary" size="small" onPress={() => drain('')}>
            {t('decommission.drain')}
          </Button>
        </div>
      )}
    </>
  );
}

/** The second pull request takes the files out; or the cluster is kept. */
function RemoveStep(props: {
  /** As it is in git. */
  before: ClusterSpec;
  value: ChangeValue;
  onChange: (value: ChangeValue) => void;
}) {
  const { before, value, onChange } = props;
  const { removal, ...others } = value;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const isKept = value.spec?.spec.decommission === undefined;
  const confirm = (text: string) =>
    onChange({ ...value, removal: text ? { confirmedGone: text } : {} });
  return (
    <>
      <Text as="p" variant="body-small" color="secondary">
        {t('decommission.removeHint')}
      </Text>
      <div className={styles.choices}>
        <Button
          variant={removal ? 'secondary' : 'primary'}
          size="small"
          onPress={() => onChange({ ...others, spec: before, removal: {} })}
        >
          {t('decommission.remove')}
        </Button>
        <Button
          variant="secondary"
          size="small"
          onPress={() =>
            onChange({ ...others, spec: withDecommission(before, undefined) })
          }
        >
          {t('decommission.keep')}
        </Button>
      </div>
      {isKept && <Alert status="info" icon title={t('decommission.keeps')} />}
      {removal && (
        <>
          <Alert status="warning" icon title={t('decommission.removes')} />
          <TextField
            label={t('decommission.confirmedGone')}
            description={t('decommission.confirmedGoneHint')}
            value={removal.confirmedGone ?? ''}
            validationBehavior="aria"
            onChange={confirm}
          />
        </>
      )}
    </>
  );
}

/** Takes a cluster down in two pull requests: drain, then remove. */
export function DecommissionEditor(props: {
  /** As it is in git. */
  before: ClusterSpec;
  value: ChangeValue & { spec: ClusterSpec };
  onChange: (value: ChangeValue) => void;
}) {
  const { before, value, onChange } = props;
  return (
    <div className={styles.fields}>
      {before.spec.decommission ? (
        <RemoveStep {...props} />
      ) : (
        <DrainStep
          spec={value.spec}
          onChange={spec => onChange({ ...value, spec })}
        />
      )}
    </div>
  );
}
