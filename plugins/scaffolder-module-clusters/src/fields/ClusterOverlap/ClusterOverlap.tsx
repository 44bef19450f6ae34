import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { clashesWith } from '../ClusterCidr/clashesWith';
import { useAddresses } from '../ClusterCidr/useAddresses';
import { FieldSurface } from '../FieldSurface';
import { formDataOf } from '../formDataOf';
import { textValue } from '../textValue';
import { OverlapReason } from './OverlapReason';
import { useBoundReason } from './useBoundReason';

/**
 * Shown only where the range of the cluster overlaps another one and the
 * installation allows that to whoever says why.
 */
export function ClusterOverlap(props: FieldExtensionComponentProps<string>) {
  const { addresses } = useAddresses();
  const { vpcCidr, name } = formDataOf(props.formContext);
  useBoundReason(textValue(vpcCidr) ?? '', props.formData, () =>
    props.onChange(undefined),
  );
  const isShown =
    addresses?.ledger.overlapPolicy === 'acknowledge' &&
    clashesWith(textValue(vpcCidr), addresses.blocks, name).length > 0;
  return isShown ? (
    <FieldSurface>
      <OverlapReason
        value={props.formData}
        isDisabled={props.disabled}
        onChange={props.onChange}
      />
    </FieldSurface>
  ) : null;
}
