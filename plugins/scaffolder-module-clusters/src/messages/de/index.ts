import { addressDe } from './addressDe';
import { blastDe } from './blastDe';
import { changeDe } from './changeDe';
import { creationDe } from './creationDe';
import { fieldDe } from './fieldDe';
import { formDe } from './formDe';
import { lifecycleDe } from './lifecycleDe';
import { outlookDe } from './outlookDe';

/** All text of the form fields in German. */
export default {
  ...formDe,
  ...fieldDe,
  ...addressDe,
  ...changeDe,
  ...creationDe,
  ...blastDe,
  ...lifecycleDe,
  ...outlookDe,
};
