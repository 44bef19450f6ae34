import { TextField } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { clusterFormTranslationRef } from '../../translation';

/** Why two clusters may share addresses; it stands in the pull request. */
export function OverlapReason(props: {
  value: string | undefined;
  isDisabled?: boolean;
  onChange(value: string | undefined): void;
}) {
  const { t } = useTranslationRef(clusterFormTranslationRef);
  return (
    <TextField
      label={t('cidr.acknowledge')}
      description={t('cidr.acknowledgeHint')}
      value={props.value ?? ''}
      isDisabled={props.isDisabled}
      maxLength={500}
      validationBehavior="aria"
      onChange={value => props.onChange(value || undefined)}
    />
  );
}
