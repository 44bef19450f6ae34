import correct from 'spdx-correct';
import type { InstalledPackage } from './productionPackages';

/** `"MIT"`, or `{ type: "MIT", url }` as npm had it before SPDX. */
function oneLicense(value: unknown): string | undefined {
  const text =
    value && typeof value === 'object' && 'type' in value ? value.type : value;
  // `UNLICENSED` gives no rights, but would be corrected to `Unlicense`.
  return typeof text === 'string' && text !== 'UNLICENSED'
    ? correct(text) ?? undefined
    : undefined;
}

/** The SPDX expression of a package; undefined where it states none. */
export function licenseOf({
  license,
  licenses,
}: Pick<InstalledPackage, 'license' | 'licenses'>): string | undefined {
  const stated = license ?? licenses;
  if (!Array.isArray(stated)) {
    return oneLicense(stated);
  }
  const all = stated.map(oneLicense);
  return all.length > 0 && all.every(each => each !== undefined)
    ? all.join(' OR ')
    : undefined;
}
