export { ObjectDrawerHost } from './ObjectDrawerHost';
