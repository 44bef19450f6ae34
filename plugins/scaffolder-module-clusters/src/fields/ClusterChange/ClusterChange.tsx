import { Alert, Button, Link, Skeleton, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import type { ClusterInGitResponse } from '@clusterworks/plugin-clusters-common';
import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { clusterFormTranslationRef } from '../../translation';
import { FieldSurface } from '../FieldSurface';
import { useUserToken } from '../useUserToken';
import { type ChangeValue, isOfSession } from './ChangeValue';
import { DecommissionEditor } from './DecommissionEditor';
import { FreezeEditor } from './FreezeEditor';
import { HandoverEditor } from './HandoverEditor';
import { ImagesEditor } from './ImagesEditor';
import { PoolsEditor } from './PoolsEditor';
import { SpecEditor } from './SpecEditor';
import { UpgradeEditor } from './UpgradeEditor';
import { useClusterInGit } from './useClusterInGit';
import styles from './ClusterChange.module.css';

type Props = FieldExtensionComponentProps<ChangeValue>;

/** The change that is open already: a link to it, and the choice to go on with it. */
function OpenChangeNotice(props: {
  inGit: ClusterInGitResponse;
  onContinue: () => void;
}) {
  const { openChange, isOpenChange } = props.inGit;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  if (!openChange) {
    return null;
  }
  return (
    <Alert
      status={isOpenChange ? 'info' : 'warning'}
      icon
      title={t(isOpenChange ? 'change.continues' : 'change.open')}
      description={
        <Link href={openChange.url} target="_blank">
          {openChange.title}
        </Link>
      }
      customActions={
        isOpenChange ? undefined : (
          <Button size="small" variant="secondary" onPress={props.onContinue}>
            {t('change.continue')}
          </Button>
        )
      }
    />
  );
}

/** The form of the operation. */
function Editor(props: {
  inGit: ClusterInGitResponse;
  value: ChangeValue;
  onChange: (value: ChangeValue) => void;
}) {
  const { inGit, value, onChange } = props;
  const { spec } = value;
  const change = (next: ClusterSpec) => onChange({ ...value, spec: next });
  if (value.operation === 'edit' || !spec) {
    return <SpecEditor inGit={inGit} value={value} onChange={onChange} />;
  }
  switch (value.operation) {
    case 'pool':
      return <PoolsEditor spec={spec} onChange={change} />;
    case 'images':
      return <ImagesEditor spec={spec} onChange={change} />;
    case 'freeze':
      return (
        <FreezeEditor
          before={inGit.spec as ClusterSpec}
          spec={spec}
          onChange={change}
        />
      );
    case 'handover':
      return (
        <HandoverEditor
          before={inGit.spec as ClusterSpec}
          spec={spec}
          onChange={change}
        />
      );
    case 'decommission':
      return (
        <DecommissionEditor
          before={inGit.spec as ClusterSpec}
          value={{ ...value, spec }}
          onChange={onChange}
        />
      );
    case 'upgrade':
      return (
        <UpgradeEditor
          before={inGit.spec as ClusterSpec}
          spec={spec}
          onChange={change}
        />
      );
    default:
      return null;
  }
}

/** What is said of values that did not come from git. */
function suggestedByKey({ wave, differences }: ChangeValue) {
  if (wave) {
    return 'change.suggestedByWave';
  }
  return differences ? 'change.suggestedByCluster' : 'change.suggested';
}

function RequestError(props: { error: Error; retry: () => void }) {
  const { t } = useTranslationRef(clusterFormTranslationRef);
  return (
    <Alert
      status="danger"
      icon
      role="alert"
      title={t('change.failed', { reason: props.error.message })}
      customActions={
        <Button size="small" variant="tertiary" onPress={props.retry}>
          {t('preview.retry')}
        </Button>
      }
    />
  );
}

/**
 * The change of a cluster. The address names the cluster and the operation;
 * the values come from git only.
 */
export function ClusterChange(props: Props) {
  const { onChange } = props;
  const value = props.formData ?? {};
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const inGit = useClusterInGit(value, onChange);
  useUserToken(inGit.value?.repository, props.uiSchema);
  if (!value.cluster) {
    return <Alert status="info" icon title={t('change.noCluster')} />;
  }
  if (inGit.error) {
    return <RequestError error={inGit.error} retry={inGit.retry} />;
  }
  if (inGit.loading || !inGit.value || !isOfSession(value)) {
    return (
      <div role="status" aria-label={t('change.loading')}>
        <Skeleton height="12rem" />
      </div>
    );
  }
  const operation = value.operation ?? 'edit';
  if (!inGit.value.operations.includes(operation)) {
    return (
      <Alert
        status="danger"
        icon
        title={t('change.forbidden', { cluster: value.cluster })}
      />
    );
  }
  return (
    <FieldSurface>
      <div className={styles.form}>
        <Text as="h3" variant="title-x-small">
          {t(`change.titles.${operation}`, { cluster: value.cluster })}
        </Text>
        <OpenChangeNotice
          inGit={inGit.value}
          onContinue={() =>
            onChange({ cluster: value.cluster, operation, continueOpen: true })
          }
        />
        {value.suggestedBy && (
          <Alert
            status="info"
            icon
            title={t(suggestedByKey(value))}
            description={value.suggestedBy}
          />
        )}
        <Editor
          // A new text in git starts a new form.
          key={inGit.value.version}
          inGit={inGit.value}
          value={value}
          onChange={onChange}
        />
      </div>
    </FieldSurface>
  );
}
