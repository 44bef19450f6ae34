export { RoutedLink } from './RoutedLink';
export { RoutedLinks } from './RoutedLinks';
