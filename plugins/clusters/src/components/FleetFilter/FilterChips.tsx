import { Tag, TagGroup } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { clustersTranslationRef } from '../../translation';
import { filterParts, withoutPart } from './filterParts';

/** The parts of the filter, each of which can be taken out. */
export function FilterChips(props: {
  filter: string;
  onFilterChange: (filter: string) => void;
}) {
  const { filter, onFilterChange } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const parts = filterParts(filter);
  if (parts.length === 0) {
    return null;
  }
  return (
    <TagGroup
      aria-label={t('fleet.filterParts')}
      onRemove={keys => {
        const part = parts.find(({ start }) => keys.has(String(start)));
        if (part) {
          onFilterChange(withoutPart(filter, part));
        }
      }}
    >
      {parts.map(({ start, text }) => (
        <Tag key={start} id={String(start)} textValue={text} size="small">
          {text}
        </Tag>
      ))}
    </TagGroup>
  );
}
