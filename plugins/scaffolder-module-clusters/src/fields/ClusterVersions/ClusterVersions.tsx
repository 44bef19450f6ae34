import { Radio, RadioGroup, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import {
  checkVersions,
  kubernetesLines,
  specDefaults,
  versionProfileNames,
  whyNotNewer,
  versionProfiles,
  type VersionProfileName,
} from '@clusterworks/plugin-clusters-spec';
import { clusterFormTranslationRef } from '../../translation';
import { useFormat } from '../useFormat';
import { FieldSurface } from '../FieldSurface';
import styles from './ClusterVersions.module.css';

/** The versions of the reference design, for old clusters. */
const OLD: VersionProfileName = 'seed';

/** Newest first; the old profile only where the installation wants it. */
function choicesOf(isOldWanted: boolean): VersionProfileName[] {
  return versionProfileNames
    .filter(name => name !== OLD || isOldWanted)
    .reverse();
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function ProfileText(props: { name: VersionProfileName }) {
  const { versions, description } = versionProfiles[props.name];
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const { formatDate } = useFormat();
  const notNewer = whyNotNewer(versions, today());
  const line = kubernetesLines.find(
    ({ minor }) => minor === versions.kubernetes,
  );
  const { errors, warnings } = checkVersions(
    {
      kubernetes: versions.kubernetes,
      karpenter: versions.karpenter,
      cilium: versions.cilium,
    },
    today(),
  );
  return (
    <span className={styles.profile}>
      <Text weight="bold">{props.name}</Text>
      <Text variant="body-small">
        {t('versions.set', {
          kubernetes: versions.kubernetes,
          karpenter: versions.karpenter,
          cilium: versions.cilium,
        })}
      </Text>
      <Text variant="body-small" color="secondary">
        {description}{' '}
        {line &&
          t('versions.support', {
            minor: line.minor,
            date: formatDate(line.standardUntil),
          })}
      </Text>
      {notNewer && (
        <Text variant="body-small" color="secondary">
          {t('versions.notNewer', notNewer)}
        </Text>
      )}
      {[...errors, ...warnings].map(({ code, message }) => (
        <Text key={`${code} ${message}`} variant="body-small" color="warning">
          <span aria-hidden="true">▲ </span>
          {message}
        </Text>
      ))}
    </span>
  );
}

/** The set of versions, with what speaks for and against each. */
export function ClusterVersions(props: FieldExtensionComponentProps<string>) {
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const choices = choicesOf(
    props.formData === OLD ||
      props.uiSchema['ui:options']?.seedProfile === true,
  );
  return (
    <FieldSurface>
      <RadioGroup
        label={t('versions.label')}
        description={t('versions.description')}
        value={props.formData ?? specDefaults.versionProfile}
        onChange={value => props.onChange(value)}
        isDisabled={props.disabled}
      >
        {choices.map(name => (
          <Radio key={name} value={name}>
            <ProfileText name={name} />
          </Radio>
        ))}
      </RadioGroup>
    </FieldSurface>
  );
}
