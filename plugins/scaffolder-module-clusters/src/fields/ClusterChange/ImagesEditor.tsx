import { Button, Text, TextField } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type ClusterSpec,
  newestImageRelease,
} from '@clusterworks/plugin-clusters-spec';
import { clusterFormTranslationRef } from '../../translation';
import { useFormat } from '../useFormat';
import styles from './ClusterChange.module.css';

/** The release of machine images of all pools. */
export function ImagesEditor(props: {
  spec: ClusterSpec;
  onChange: (spec: ClusterSpec) => void;
}) {
  const { spec, onChange } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const { formatDate } = useFormat();
  const release = spec.spec.karpenter?.amiRelease ?? '';
  const change = (amiRelease: string) =>
    onChange({
      ...spec,
      spec: { ...spec.spec, karpenter: { ...spec.spec.karpenter, amiRelease } },
    });
  return (
    <div className={styles.fields}>
      <TextField
        label={t('change.images')}
        description={t('change.imagesHint')}
        value={release}
        validationBehavior="aria"
        onChange={change}
      />
      {release === newestImageRelease.release ? (
        <Text as="p" variant="body-small" color="secondary">
          {t('change.imagesNewest', {
            date: formatDate(newestImageRelease.asOf),
          })}
        </Text>
      ) : (
        <div>
          <Button
            size="small"
            variant="secondary"
            onPress={() => change(newestImageRelease.release)}
          >
            {t('change.imagesTake', { release: newestImageRelease.release })}
          </Button>
        </div>
      )}
    </div>
  );
}
