export { ChangeForDifferences } from './ChangeForDifferences';
export { ChangeForFinding } from './ChangeForFinding';
export { ChangeMenu } from './ChangeMenu';
export { DecommissionNotice } from './DecommissionNotice';
export { FreezeNotice } from './FreezeNotice';
export { useChangeHref } from './useChangeHref';
