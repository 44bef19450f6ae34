export { ChangeForFinding } from './ChangeForFinding';
export { ChangeMenu } from './ChangeMenu';
export { FreezeNotice } from './FreezeNotice';
