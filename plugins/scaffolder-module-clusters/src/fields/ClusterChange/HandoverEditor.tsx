import { Alert, Button, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type ClusterSpec,
  handoverStep,
  type HandoverStep,
} from '@clusterworks/plugin-clusters-spec';
import { clusterFormTranslationRef } from '../../translation';
import styles from './ClusterChange.module.css';

const gitopsAfter: Record<HandoverStep, ClusterSpec['spec']['gitops']> = {
  register: { argocd: true },
  handOver: { argocd: true, handedOver: true },
  takeBack: { argocd: true },
};

/** The step that comes next for a cluster as git has it. */
function nextStep({ spec: { gitops } }: ClusterSpec): HandoverStep {
  if (gitops?.handedOver) {
    return 'takeBack';
  }
  return gitops?.argocd ? 'handOver' : 'register';
}

/** Hands a cluster over to Argo CD, one step for each pull request. */
export function HandoverEditor(props: {
  /** As it is in git. */
  before: ClusterSpec;
  spec: ClusterSpec;
  onChange: (spec: ClusterSpec) => void;
}) {
  const { before, spec, onChange } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const next = nextStep(before);
  return (
    <div className={styles.fields}>
      <ol className={styles.steps}>
        {(['register', 'handOver'] as const).map(step => (
          <li key={step}>
            <Text weight={step === next ? 'bold' : 'regular'}>
              {t(`handover.steps.${step}`)}
            </Text>
          </li>
        ))}
      </ol>
      <Text as="p" variant="body-small" color="secondary">
        {t(`handover.hints.${next}`)}
      </Text>
      {handoverStep(before, spec) === next ? (
        <Alert status="info" icon title={t(`handover.takes.${next}`)} />
      ) : (
        <div>
          <Button
            variant="primary"
            size="small"
            onPress={() =>
              onChange({
                ...before,
                spec: { ...before.spec, gitops: gitopsAfter[next] },
              })
            }
          >
            {t(`handover.actions.${next}`)}
          </Button>
        </div>
      )}
    </div>
  );
}
