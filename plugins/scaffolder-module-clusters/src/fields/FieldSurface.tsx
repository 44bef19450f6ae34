import type { ReactNode } from 'react';
import { BgProvider } from '@backstage/ui';

/**
 * Tells the inputs inside that they stand on the form's white sheet. Without
 * it they would have the colour of the sheet, because the scaffolder's own
 * frame is not made of Backstage UI parts.
 */
export function FieldSurface(props: { children: ReactNode }) {
  return <BgProvider bg="neutral-1">{props.children}</BgProvider>;
}
