import { PluginHeader } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiShipLine } from '@remixicon/react';
import { clustersTranslationRef } from '../../translation';
import { FleetPage } from './FleetPage';

/** The fleet page under its own header, which the older system does not give. */
export function LegacyFleetPage() {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <>
      <PluginHeader title={t('fleet.title')} icon={<RiShipLine />} />
      <FleetPage />
    </>
  );
}
