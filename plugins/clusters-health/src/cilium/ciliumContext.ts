import { RuleContext } from '../engine/RuleContext';

/** Namespace of the Cilium installation. */
export function ciliumNamespace(ctx: RuleContext): string {
  return (
    ctx.index.ciliumAgent()?.namespace ??
    ctx.index.ciliumOperator()?.namespace ??
    'kube-system'
  );
}

/**
 * Whether Cilium assigns addresses of EC2 interfaces: as `cilium-config` says,
 * else as the CiliumNodes show.
 */
export function isEniMode(ctx: RuleContext): boolean {
  const ipam = ctx.index.ciliumConfig()?.ipam;
  return ipam
    ? ipam === 'eni'
    : ctx.items('ciliumnodes').some(node => node.instanceType !== undefined);
}

/** Says which IPAM mode is on instead of `eni`. */
export function notEniMode(ctx: RuleContext): string {
  const ipam = ctx.index.ciliumConfig()?.ipam;
  return ipam
    ? `IPAM mode is ${ipam}, not eni`
    : 'no CiliumNode is in ENI mode';
}

/** A setting of `cilium-config`; undefined when unset or not read. */
export function setting(ctx: RuleContext, key: string): string | undefined {
  return ctx.index.ciliumConfig()?.[key];
}

/** Why settings are not known: a pass must not rest on a guess. */
export const noConfig = 'the ConfigMap cilium-config was not found';
