import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { type RenderResponse } from '@clusterworks/plugin-clusters-common';
import {
  type ClusterSpec,
  clusterSpecDocumentFromForm,
  collectClusterFormIssues,
  type ClusterFormIssue,
} from '@clusterworks/plugin-clusters-spec';
import { textValue } from '../textValue';
import { useClustersClient } from '../useClustersClient';

/** The result of rendering the form's values. */
export type Rendered = {
  /**
   * The problems that must be corrected; while there are any, nothing is
   * rendered.
   */
  issues: ClusterFormIssue[];
  loading: boolean;
  error?: Error;
  result?: RenderResponse;
  retry: () => void;
  /** The spec of the form; only usable without problems. */
  spec: ClusterSpec;
};

/** Asks the backend for the files that these values give; writes nothing. */
export function useRender(formData: Record<string, unknown>): Rendered {
  const client = useClustersClient();
  const { preview: _preview, ...values } = formData;
  const issues = collectClusterFormIssues(values);
  // The object is new at every keystroke, so its JSON text is compared.
  const spec = clusterSpecDocumentFromForm(values);
  const document = JSON.stringify(spec);
  const overlapAcknowledgement = textValue(values.overlapAcknowledgement);
  const isComplete = issues.length === 0;
  const { value, error, loading, retry } = useAsyncRetry(
    async () =>
      isComplete
        ? await client.render(JSON.parse(document), { overlapAcknowledgement })
        : undefined,
    [client, document, overlapAcknowledgement, isComplete],
  );
  return {
    ...{ issues, loading, error, retry, result: value },
    // Without problems it is one.
    spec: spec as unknown as ClusterSpec,
  };
}
