import { Radio, RadioGroup, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type ClusterSpec,
  resolveVersions,
  type UpgradeStep,
  upgradePath,
  versionProfiles,
} from '@clusterworks/plugin-clusters-spec';
import { clusterFormTranslationRef } from '../../translation';
import styles from './ClusterChange.module.css';

const TARGETS = ['stable', 'latest'] as const;

const titles = {
  kubernetes: 'Kubernetes',
  karpenter: 'Karpenter',
  cilium: 'Cilium',
};

function stepText({ component, from, to }: UpgradeStep): string {
  return `${titles[component]} ${from} → ${to}`;
}

function StepList(props: { steps: UpgradeStep[] }) {
  return (
    <ol className={styles.steps}>
      {props.steps.map(step => (
        <li key={stepText(step)}>
          {stepText(step)}
          {step.warnings.map(warning => (
            <Text key={warning} as="p" variant="body-small" color="warning">
              <span aria-hidden="true">▲ </span>
              {warning}
            </Text>
          ))}
        </li>
      ))}
    </ol>
  );
}

/** The way to newer versions as a plan; a pull request takes its first step. */
export function UpgradeEditor(props: {
  /** As it is in git. */
  before: ClusterSpec;
  spec: ClusterSpec;
  onChange: (spec: ClusterSpec) => void;
}) {
  const { before, spec, onChange } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const versions = resolveVersions(before.spec.versions);
  const today = new Date().toISOString().slice(0, 10);
  const plans = TARGETS.map(target => ({
    target,
    steps: upgradePath(versions, versionProfiles[target].versions, today),
  }));
  const wanted = resolveVersions(spec.spec.versions);
  const chosen = plans.find(
    ({ steps }) => steps?.[0] && wanted[steps[0].component] === steps[0].to,
  );
  const choose = (target: string) => {
    const step = plans.find(plan => plan.target === target)?.steps?.[0];
    if (step) {
      onChange({
        ...spec,
        spec: {
          ...spec.spec,
          versions: { ...before.spec.versions, [step.component]: step.to },
        },
      });
    }
  };
  return (
    <RadioGroup
      label={t('change.upgrade')}
      description={t('change.upgradeHint')}
      value={chosen?.target ?? null}
      onChange={choose}
    >
      {plans.map(({ target, steps }) => (
        <Radio key={target} value={target} isDisabled={!steps?.length}>
          <span className={styles.plan}>
            <Text weight="bold">{target}</Text>
            {steps === undefined && (
              <Text variant="body-small" color="secondary">
                {t('change.upgradeNone')}
              </Text>
            )}
            {steps?.length === 0 && (
              <Text variant="body-small" color="secondary">
                {t('change.upgradeThere')}
              </Text>
            )}
            {steps && <StepList steps={steps} />}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
