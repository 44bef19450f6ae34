import { InputError } from '@backstage/errors';
import {
  type ClusterCapture,
  installedComponents,
  projectCapture,
} from '@clusterworks/plugin-clusters-health';
import {
  type ClusterSpec,
  type ClusterSpecIssue,
  collectClusterSpecIssues,
  parseClusterSpec,
  resolveClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { newClusterIssues } from '../refusals';
import { toYaml } from '../yaml/toYaml';
import { awsFactsOf } from './aws/awsFactsOf';
import { type AwsText, readAwsOutputs } from './aws/readAwsOutputs';
import { sameClusterProblems } from './checkSameCluster';
import { clusterDifferences } from './differences/clusterDifferences';
import { karpenterDifferences } from './differences/karpenterDifferences';
import type { ImportDifference } from './ImportDifference';
import type { ImportFacts } from './ImportFacts';
import type { ImportQuestion } from './ImportQuestion';
import { readAccess, readIam } from './read/readAccess';
import { readAddons, readHardening } from './read/readAddons';
import { readCilium } from './read/readCilium';
import { readKarpenter } from './read/readKarpenter';
import { readLogging } from './read/readLogging';
import { readMetadata } from './read/readMetadata';
import { readNetwork } from './read/readNetwork';
import { readOperations } from './read/readOperations';
import { readSystemNodes } from './read/readSystemNodes';
import { readVersions } from './read/readVersions';
import { SpecDraft } from './SpecDraft';

/**
 * What a `cluster.yaml` is made from.
 *
 * @public
 */
export type ImportInput = {
  /** As `clusters capture` writes it, or dumps of `kubectl get -o json`. */
  capture: ClusterCapture;
  /** Outputs of AWS CLI commands. */
  aws: readonly AwsText[];
  /** Answers by the path of the field; `null` where a field is to be absent. */
  answers?: ReadonlyMap<string, unknown>;
};

/**
 * A `cluster.yaml` of an existing cluster, as far as the facts go.
 *
 * @public
 */
export type ImportedCluster = {
  /** The part of `cluster.yaml` that is known, not checked. */
  draft: Record<string, unknown>;
  /** Fields that the facts do not tell; empty when all were answered. */
  questions: ImportQuestion[];
  /** Values that the spec does not allow; empty when there are none. */
  problems: ClusterSpecIssue[];
  /** What `cluster.yaml` cannot say, or the blueprint renders differently. */
  differences: ImportDifference[];
  /** Present when there are neither questions nor problems. */
  spec?: ClusterSpec;
  /** The text of `cluster.yaml`, present with `spec`. */
  yaml?: string;
};

const readers: readonly ((facts: ImportFacts, draft: SpecDraft) => void)[] = [
  readMetadata,
  readVersions,
  readNetwork,
  readIam,
  readAccess,
  readSystemNodes,
  readCilium,
  readKarpenter,
  readLogging,
  readAddons,
  readHardening,
  (_facts, draft) => readOperations(draft),
  clusterDifferences,
];

function factsOf({ capture, aws }: ImportInput): ImportFacts {
  const snapshot = projectCapture(capture);
  const facts = {
    aws: awsFactsOf(readAwsOutputs(aws)),
    snapshot,
    components: installedComponents(snapshot),
  };
  const problems = sameClusterProblems(facts);
  if (problems.length > 0) {
    throw new InputError(
      `The capture and the outputs of the AWS CLI do not go together:\n${problems.join(
        '\n',
      )}`,
    );
  }
  return facts;
}

/** Problems of values; what is absent only because it was asked for is none. */
function problemsOf(draft: SpecDraft): ClusterSpecIssue[] {
  const isOpen = (path: string) =>
    draft.questions.some(
      each => path.startsWith(each.path) || each.path.startsWith(path),
    );
  return [
    ...draft.unasked().map(path => ({
      path,
      message:
        'was not asked for: the facts tell it. Describe the cluster as it is, and change it afterwards',
    })),
    ...collectClusterSpecIssues(draft.document).filter(
      ({ path }) => !isOpen(path),
    ),
  ];
}

/** What differs from the files that the blueprint renders. */
function renderDifferences(
  spec: ClusterSpec,
  { snapshot }: ImportFacts,
): ImportDifference[] {
  const resolved = resolveClusterSpec(spec);
  return [
    ...karpenterDifferences(resolved, snapshot),
    ...newClusterIssues(resolved).map(({ path, message }) => ({
      what: path,
      message: `is refused when it is rendered the first time: ${message}`,
    })),
  ];
}

/**
 * Makes a `cluster.yaml` of what AWS and the API server say of a cluster. What
 * they do not tell is asked for, never guessed; what the spec cannot say is
 * listed. Pure.
 *
 * @throws InputError with all problems when the inputs cannot be read, or are
 *   not of one cluster.
 *
 * @public
 */
export function importCluster(input: ImportInput): ImportedCluster {
  const facts = factsOf(input);
  const draft = new SpecDraft(input.answers ?? new Map());
  for (const read of readers) {
    read(facts, draft);
  }
  const { questions, differences, document } = draft;
  const problems = problemsOf(draft);
  if (questions.length > 0 || problems.length > 0) {
    return { draft: document, questions, problems, differences };
  }
  const spec = parseClusterSpec(document);
  return {
    draft: document,
    questions,
    problems,
    differences: [...differences, ...renderDifferences(spec, facts)],
    spec,
    yaml: toYaml(spec, [
      `Imported from the EKS cluster ${spec.metadata.name}.`,
    ]),
  };
}
