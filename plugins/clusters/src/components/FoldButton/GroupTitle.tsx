import { FoldButton } from './FoldButton';

/** Which groups of rows are folded, by what stands above them. */
export type GroupFold = {
  isFolded: (group: string) => boolean;
  toggle: (group: string) => void;
};

/** What stands above a group of rows; it folds them where that is possible. */
export function GroupTitle(props: {
  group: string;
  fold: GroupFold | undefined;
}) {
  const { group, fold } = props;
  return fold ? (
    <FoldButton
      isOpen={!fold.isFolded(group)}
      onToggle={() => fold.toggle(group)}
    >
      {group}
    </FoldButton>
  ) : (
    <>{group}</>
  );
}
