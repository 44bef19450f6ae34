import { PluginHeader } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiShipLine } from '@remixicon/react';
import { clustersTranslationRef } from '../../translation';
import { ClustersRoutes } from './ClustersRoutes';

/** The pages under a header of their own, which the older system does not give. */
export function LegacyClustersRoutes() {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <>
      <PluginHeader title={t('fleet.title')} icon={<RiShipLine />} />
      <ClustersRoutes />
    </>
  );
}
