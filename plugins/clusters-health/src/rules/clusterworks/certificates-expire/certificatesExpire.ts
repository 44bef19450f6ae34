import type { UnseenCode } from '../../../rule/Rule';
import { fixedCommand } from '../../../model/remedy/shellCommand';

/**
 * When the certificates of Cilium's servers expire: the certificates are in
 * Secrets.
 */
export const certificatesExpire: UnseenCode = {
  code: 'clusterworks/certificates-expire',
  id: 'certificates-expire',
  component: 'clusterworks',
  doc: {
    title: 'The certificates of Hubble and of the cluster mesh are valid',
    means:
      'Hubble and the API server of the cluster mesh refuse each other once their certificates have expired. A job or cert-manager renews them, if one is installed.',
    source:
      'https://docs.cilium.io/en/stable/observability/hubble/configuration/tls/',
  },
  reason: 'they stand in Secrets, which are not read',
  command: fixedCommand`kubectl -n kube-system get secret hubble-server-certs -o 'jsonpath={.data.tls\.crt}' | base64 -d | openssl x509 -noout -enddate`,
};
