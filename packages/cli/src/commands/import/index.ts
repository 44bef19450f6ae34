export { addImportCommand } from './addImportCommand';
