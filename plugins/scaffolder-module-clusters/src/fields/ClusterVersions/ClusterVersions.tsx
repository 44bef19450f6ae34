import { Radio, RadioGroup, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import {
  checkVersions,
  kubernetesLines,
  specDefaults,
  versionProfileNames,
  versionProfiles,
  type VersionProfileName,
} from '@clusterworks/plugin-clusters-spec';
import { clusterFormTranslationRef } from '../../translation';
import { useFormat } from '../useFormat';
import { FieldSurface } from '../FieldSurface';
import styles from './ClusterVersions.module.css';

/** Newest first; the profile of the reference design is for old clusters. */
const CHOICES = [...versionProfileNames].reverse();

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function ProfileText(props: { name: VersionProfileName }) {
  const { versions, description } = versionProfiles[props.name];
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const { formatDate } = useFormat();
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
  return (
    <FieldSurface>
      <RadioGroup
        label={props.schema.title ?? t('versions.label')}
        description={props.schema.description ?? t('versions.description')}
        value={props.formData ?? specDefaults.versionProfile}
        onChange={value => props.onChange(value)}
        isDisabled={props.disabled}
      >
        {CHOICES.map(name => (
          <Radio key={name} value={name}>
            <ProfileText name={name} />
          </Radio>
        ))}
      </RadioGroup>
    </FieldSurface>
  );
}
