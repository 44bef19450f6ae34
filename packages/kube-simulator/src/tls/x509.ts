import type { KeyObject } from 'node:crypto';
import { randomBytes, sign } from 'node:crypto';
import { asn1 } from 'node-forge';

const { Class, Type } = asn1;
const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2';

/** What a certificate says. */
export interface CertificateContent {
  subject: string;
  issuer: string;
  notBefore: Date;
  notAfter: Date;
  publicKey: KeyObject;
  extensions: asn1.Asn1[];
}

function sequence(...items: asn1.Asn1[]): asn1.Asn1 {
  return asn1.create(Class.UNIVERSAL, Type.SEQUENCE, true, items);
}

function oid(dotted: string): asn1.Asn1 {
  return asn1.create(
    Class.UNIVERSAL,
    Type.OID,
    false,
    asn1.oidToDer(dotted).getBytes(),
  );
}

function bytes(type: asn1.Type, value: Buffer): asn1.Asn1 {
  return asn1.create(Class.UNIVERSAL, type, false, value.toString('latin1'));
}

/** The DER of a value, as bytes. */
function der(value: asn1.Asn1): Buffer {
  return Buffer.from(asn1.toDer(value).getBytes(), 'latin1');
}

/** `CN=<commonName>`. */
function distinguishedName(commonName: string): asn1.Asn1 {
  return sequence(
    asn1.create(Class.UNIVERSAL, Type.SET, true, [
      sequence(oid('2.5.4.3'), bytes(Type.UTF8, Buffer.from(commonName))),
    ]),
  );
}

function time(date: Date): asn1.Asn1 {
  return asn1.create(
    Class.UNIVERSAL,
    Type.UTCTIME,
    false,
    asn1.dateToUtcTime(date),
  );
}

function extension(id: string, critical: boolean, value: asn1.Asn1): asn1.Asn1 {
  return sequence(
    oid(id),
    ...(critical ? [bytes(Type.BOOLEAN, Buffer.from([0xff]))] : []),
    bytes(Type.OCTETSTRING, der(value)),
  );
}

/** basicConstraints: whether this is an authority. */
export function basicConstraints(isAuthority: boolean): asn1.Asn1 {
  return extension(
    '2.5.29.19',
    true,
    sequence(
      ...(isAuthority ? [bytes(Type.BOOLEAN, Buffer.from([0xff]))] : []),
    ),
  );
}

/** keyUsage with the given bits, the first of them the highest of the byte. */
export function keyUsage(byte: number, unusedBits: number): asn1.Asn1 {
  return extension(
    '2.5.29.15',
    true,
    bytes(Type.BITSTRING, Buffer.from([unusedBits, byte])),
  );
}

/** extendedKeyUsage: TLS server. */
export function serverAuthentication(): asn1.Asn1 {
  return extension('2.5.29.37', false, sequence(oid('1.3.6.1.5.5.7.3.1')));
}

/** subjectAltName: localhost and 127.0.0.1. */
export function loopbackNames(): asn1.Asn1 {
  const name = (tag: number, value: Buffer) =>
    asn1.create(
      Class.CONTEXT_SPECIFIC,
      tag as asn1.Type,
      false,
      value.toString('latin1'),
    );
  return extension(
    '2.5.29.17',
    false,
    sequence(
      name(2, Buffer.from('localhost')),
      name(7, Buffer.from([127, 0, 0, 1])),
    ),
  );
}

/**
 * A certificate in PEM, signed with ECDSA. node-forge writes RSA certificates
 * only, and RSA keys take seconds on a busy machine.
 */
export function signCertificate(
  content: CertificateContent,
  issuerKey: KeyObject,
): string {
  const algorithm = () => sequence(oid(ECDSA_WITH_SHA256));
  const publicKey = content.publicKey.export({ type: 'spki', format: 'der' });
  const serial = Buffer.concat([Buffer.from([0x01]), randomBytes(8)]);
  const toBeSigned = sequence(
    asn1.create(Class.CONTEXT_SPECIFIC, 0 as asn1.Type, true, [
      bytes(Type.INTEGER, Buffer.from([2])),
    ]),
    bytes(Type.INTEGER, serial),
    algorithm(),
    distinguishedName(content.issuer),
    sequence(time(content.notBefore), time(content.notAfter)),
    distinguishedName(content.subject),
    asn1.fromDer(publicKey.toString('latin1')),
    asn1.create(Class.CONTEXT_SPECIFIC, 3 as asn1.Type, true, [
      sequence(...content.extensions),
    ]),
  );
  const signature = sign('sha256', der(toBeSigned), issuerKey);
  const certificate = sequence(
    toBeSigned,
    algorithm(),
    bytes(Type.BITSTRING, Buffer.concat([Buffer.from([0]), signature])),
  );
  const base64 =
    der(certificate)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${base64.join(
    '\n',
  )}\n-----END CERTIFICATE-----\n`;
}
