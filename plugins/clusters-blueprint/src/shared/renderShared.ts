import { readAssets } from '../assets/readAssets';
import type { FilesByPath } from '../FilesByPath';
import { RECORD_FILE, recordOf } from '../records';
import { renderSharedTerraform } from '../terraform';

/** `docs/`: the shared ones; those of a cluster are filled per cluster. */
function sharedDocs(): FilesByPath {
  return Object.fromEntries(
    Object.entries(readAssets('docs'))
      .filter(([path]) => path.startsWith('docs/shared/'))
      .map(([path, text]) => [path.replace('docs/shared/', 'docs/'), text]),
  );
}

/** The files that all clusters share, with their two records. */
export function renderShared(): FilesByPath {
  const terraform = renderSharedTerraform();
  const others: FilesByPath = {
    ...readAssets('platform'),
    ...readAssets('gitops'),
    ...readAssets('policies'),
    ...readAssets('scripts'),
    ...sharedDocs(),
  };
  return {
    ...terraform,
    [`terraform/modules/${RECORD_FILE}`]: recordOf(terraform),
    ...others,
    [`platform/${RECORD_FILE}`]: recordOf(others),
  };
}
