import type { WarningRule } from './RenderWarning';

const efaPools: WarningRule = ({ spec }) =>
  spec.karpenter.nodePools
    .filter(({ efa }) => efa !== undefined)
    .map(({ name }) => ({
      code: 'efa-addresses-late',
      message: `Nodes of pool ${name} have interfaces without addresses, and Cilium's operator cannot read such a node by itself: it learns of its new addresses with the next reading of all nodes, up to a minute later, so pods may wait for it.`,
    }));

const zonesOfPlacementGroups: WarningRule = ({ spec }) =>
  spec.karpenter.nodePools
    .filter(
      ({ efa, requirements }) =>
        efa?.placementGroup !== undefined &&
        !requirements.some(
          ({ key, operator, values }) =>
            key === 'topology.kubernetes.io/zone' &&
            operator === 'In' &&
            values?.length === 1,
        ),
    )
    .map(({ name, efa }) => ({
      code: 'placement-group-zones',
      message: `Placement group ${efa?.placementGroup} of pool ${name} is in one zone at a time, and the pool allows several: a requirement of one topology.kubernetes.io/zone keeps launches from failing in the others.`,
    }));

/** Warnings about pools with Elastic Fabric Adapters. */
export const efaWarnings: readonly WarningRule[] = [
  efaPools,
  zonesOfPlacementGroups,
];
