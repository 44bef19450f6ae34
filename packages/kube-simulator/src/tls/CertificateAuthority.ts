import type { KeyObject } from 'node:crypto';
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import {
  basicConstraints,
  keyUsage,
  loopbackNames,
  serverAuthentication,
  signCertificate,
} from './x509';

/** A certificate with its private key, both PEM. */
export interface KeyAndCertificate {
  key: string;
  cert: string;
}

const VALID_MS = 5 * 365 * 24 * 3600_000;
const COMMON_NAME = 'kubernetes';

function newKeys() {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

function pemOf(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function validity() {
  // An hour early, for clocks that differ.
  return {
    notBefore: new Date(Date.now() - 3600_000),
    notAfter: new Date(Date.now() + VALID_MS),
  };
}

/** The certificate authority of one simulated cluster. */
export class CertificateAuthority {
  #serverCertificate: KeyAndCertificate | undefined;

  readonly #parts: KeyAndCertificate;

  private constructor(parts: KeyAndCertificate) {
    this.#parts = parts;
  }

  /** A new authority with a key of its own. */
  static create(): CertificateAuthority {
    const { privateKey, publicKey } = newKeys();
    const cert = signCertificate(
      {
        subject: COMMON_NAME,
        issuer: COMMON_NAME,
        ...validity(),
        publicKey,
        // digitalSignature, keyEncipherment, keyCertSign: as of kubeadm.
        extensions: [basicConstraints(true), keyUsage(0b10100100, 2)],
      },
      privateKey,
    );
    return new CertificateAuthority({ key: pemOf(privateKey), cert });
  }

  /** The authority that was saved before. */
  static from(parts: KeyAndCertificate): CertificateAuthority {
    return new CertificateAuthority(parts);
  }

  /** What to save. Holds the private key. */
  toParts(): KeyAndCertificate {
    return this.#parts;
  }

  /** The certificate in the form of kubeconfigs and of EKS: base64 of PEM. */
  get caData(): string {
    return Buffer.from(this.#parts.cert).toString('base64');
  }

  /** A server certificate for loopback; the same one at every call. */
  issueServerCertificate(): KeyAndCertificate {
    this.#serverCertificate ??= this.#newServerCertificate();
    return this.#serverCertificate;
  }

  #newServerCertificate(): KeyAndCertificate {
    const { privateKey, publicKey } = newKeys();
    const cert = signCertificate(
      {
        subject: 'kube-apiserver',
        issuer: COMMON_NAME,
        ...validity(),
        publicKey,
        // digitalSignature, keyEncipherment.
        extensions: [
          basicConstraints(false),
          keyUsage(0b10100000, 5),
          serverAuthentication(),
          loopbackNames(),
        ],
      },
      createPrivateKey(this.#parts.key),
    );
    return { key: pemOf(privateKey), cert };
  }
}
