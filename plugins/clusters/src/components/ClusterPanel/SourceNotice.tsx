import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SourceState } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { StateNotice } from '../StateNotice';

/** Says why the facts of one component are missing; nothing when they are not. */
export function SourceNotice(props: {
  component: string;
  state: SourceState;
  reason?: string;
}) {
  const { component, state, reason } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  switch (state) {
    case 'ok':
      return null;
    case 'notInstalled':
      return (
        <StateNotice
          kind="notInstalled"
          title={t('state.notInstalledTitle', { component })}
          text={reason ?? t('state.notInstalledText')}
        />
      );
    case 'forbidden':
      return (
        <StateNotice
          kind="forbidden"
          title={t('state.clusterForbiddenTitle')}
          text={[reason, t('state.clusterForbiddenText')]
            .filter(Boolean)
            .join(' ')}
        />
      );
    case 'noCredentials':
      return (
        <StateNotice
          kind="forbidden"
          title={t('state.noCredentialsTitle')}
          text={reason ?? t('state.noCredentialsText')}
        />
      );
    case 'reading':
      return (
        <StateNotice
          kind="connecting"
          title={t('state.connectingTitle')}
          text={t('state.connectingText')}
        />
      );
    case 'notProvisioned':
      return (
        <StateNotice
          kind="notProvisioned"
          title={t('state.notProvisionedTitle')}
          text={t('state.notProvisionedText')}
        />
      );
    default:
      return (
        <StateNotice
          kind="unreachable"
          title={t('state.sourceTitle', {
            source: component,
            state: t(`findings.sourceStates.${state}`),
          })}
          text={reason}
        />
      );
  }
}
