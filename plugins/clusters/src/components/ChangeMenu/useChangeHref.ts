import { useRouteRef } from '@backstage/core-plugin-api';
import { changeClusterRouteRef } from '../../routes';
import { changeHref } from './changeHref';

/** What the form is opened with. */
export type OfferedChange = Parameters<typeof changeHref>[1];

/**
 * Makes addresses of the form that changes a cluster; undefined where no
 * template is bound.
 */
export function useChangeHref():
  | ((change: OfferedChange) => string)
  | undefined {
  const route = useRouteRef(changeClusterRouteRef);
  const form = route?.({
    namespace: 'default',
    templateName: 'change-cluster',
  });
  return form === undefined ? undefined : change => changeHref(form, change);
}
