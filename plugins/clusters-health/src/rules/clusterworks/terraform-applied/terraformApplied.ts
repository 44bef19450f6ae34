import { fixedCommand } from '../../../model/remedy/shellCommand';
import type { UnseenCode } from '../../../rule/Rule';

/** A point of the validation checklist that no object of the cluster shows. */
export const terraformApplied: UnseenCode = {
  code: 'clusterworks/terraform-applied',
  id: 'terraform-applied',
  component: 'clusterworks',
  doc: {
    title: 'Checklist: Terraform apply completed without errors',
    means: 'The infrastructure is as its code says.',
    source: 'https://developer.hashicorp.com/terraform/cli/commands/plan',
  },
  reason: 'Terraform state is not in the cluster',
  command: fixedCommand`terraform -chdir=terraform/environments/'<environment>/<name>' plan -detailed-exitcode`,
};
