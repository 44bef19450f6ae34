export { addRenderCommand } from './addRenderCommand';
