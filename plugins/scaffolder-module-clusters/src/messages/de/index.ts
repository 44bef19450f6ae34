import { addressDe } from './addressDe';
import { blastDe } from './blastDe';
import { changeDe } from './changeDe';
import { formDe } from './formDe';
import { lifecycleDe } from './lifecycleDe';

/** All text of the form fields in German. */
export default {
  ...formDe,
  ...addressDe,
  ...changeDe,
  ...blastDe,
  ...lifecycleDe,
};
