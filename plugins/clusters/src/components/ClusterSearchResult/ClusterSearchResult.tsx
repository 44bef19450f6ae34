import { Link, Text } from '@backstage/ui';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import { verdictSchema } from '@clusterworks/plugin-clusters-common';
import { ReadableTones } from '../ReadableTones';
import { VerdictMark } from '../VerdictMark';
import styles from './ClusterSearchResult.module.css';

/** A text of a result, with the words that were searched for marked in it. */
function Found(props: {
  name: 'title' | 'text';
  result: { title: string; text: string };
  highlight?: {
    preTag: string;
    postTag: string;
    fields: { [name: string]: string };
  };
}) {
  const { name, result, highlight } = props;
  const marked = highlight?.fields[name];
  return highlight && marked ? (
    <HighlightedSearchResultText
      text={marked}
      preTag={highlight.preTag}
      postTag={highlight.postTag}
    />
  ) : (
    <>{result[name]}</>
  );
}

/**
 * A cluster among the results of a search: how it was when the search read it,
 * and a link to its page.
 */
export function ClusterSearchResult(props: {
  result?: { title: string; text: string; location: string; verdict?: unknown };
  highlight?: Parameters<typeof Found>[0]['highlight'];
}) {
  const { result, highlight } = props;
  if (!result) {
    return null;
  }
  const verdict = verdictSchema.safeParse(result.verdict).data;
  return (
    <ReadableTones>
      <div className={styles.result}>
        {/* The text says it in words. */}
        {verdict && <VerdictMark verdict={verdict} shapeOnly />}
        <div>
          <Link href={result.location} variant="body-large" weight="bold">
            <Found name="title" {...{ result, highlight }} />
          </Link>
          <Text as="p" variant="body-medium" color="secondary">
            <Found name="text" {...{ result, highlight }} />
          </Text>
        </div>
      </div>
    </ReadableTones>
  );
}
