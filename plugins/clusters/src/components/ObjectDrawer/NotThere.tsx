import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { clustersTranslationRef } from '../../translation';

/** Says that an object is gone, or that its kind could not be read. */
export function NotThere(props: { isRead: boolean }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <Text as="p">{t(props.isRead ? 'drawer.gone' : 'drawer.notRead')}</Text>
  );
}
