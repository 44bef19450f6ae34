export { allowListed } from './allowListed';
export {
  type Bundle,
  bundleFrom,
  type BundleOptions,
  type BundleText,
  captureFromBundle,
} from './captureFromBundle';
export {
  type CapturedResource,
  type ClusterCapture,
  clusterCaptureSchema,
} from './clusterCaptureSchema';
export { projectCapture } from './projectCapture';
