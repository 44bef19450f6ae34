import { fixedCommand } from './shellCommand';

/**
 * Reads the name of the queue from the controller, so that users can run the
 * commands without editing them.
 */
export const askForQueue = fixedCommand`queue=$(kubectl get deployment -A -l app.kubernetes.io/name=karpenter -o jsonpath='{.items[0].spec.template.spec.containers[0].env[?(@.name=="INTERRUPTION_QUEUE")].value}')`;

/** Asks SQS for the queue's URL. */
export const askForQueueUrl = fixedCommand`url=$(aws sqs get-queue-url --queue-name "$queue" --query QueueUrl --output text)`;

/** Asks SQS for the queue's ARN. */
export const askForQueueArn = fixedCommand`arn=$(aws sqs get-queue-attributes --queue-url "$url" --attribute-names QueueArn --query Attributes.QueueArn --output text)`;
