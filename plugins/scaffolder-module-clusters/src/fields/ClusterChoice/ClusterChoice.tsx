import { Combobox } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { clusterFormTranslationRef } from '../../translation';
import { FieldSurface } from '../FieldSurface';
import { type ChoiceName, useChoices } from './useChoices';

/** A name as people say it: `payments` for `group:default/payments`. */
function labelOf(value: string): string {
  return value.replace(/^group:default\//, '');
}

const option = (value: string) => ({ value, label: labelOf(value) });

/**
 * One of the values that the fleet has, or another one; the spec judges what
 * may be typed.
 */
export function ClusterChoice(
  props: FieldExtensionComponentProps<string> & { name: ChoiceName },
) {
  const { name, formData: value = '', onChange } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const { used, others } = useChoices(name);
  const sections = [
    { title: t('choice.used'), options: used.map(option) },
    { title: t('choice.others'), options: others.map(option) },
  ].filter(({ options }) => options.length > 0);
  const known = [...used, ...others];
  const typed = (text: string) => {
    const chosen = known.find(each => each === text || labelOf(each) === text);
    const next = chosen ?? text.trim();
    if (next !== value) {
      onChange(next || undefined);
    }
  };
  return (
    <FieldSurface>
      <Combobox
        label={t(`choice.${name}.label`)}
        description={t(`choice.${name}.description`)}
        options={sections}
        allowsCustomValue
        menuTrigger="focus"
        search={{
          ...{ mode: 'client', inputValue: labelOf(value) },
          onInputChange: typed,
        }}
        isRequired={props.required}
        isDisabled={props.disabled}
        isInvalid={(props.rawErrors ?? []).length > 0}
        validationBehavior="aria"
      />
    </FieldSurface>
  );
}
