/**
 * How long a replica that is told to stop waits for the others to read its
 * clusters; 2,000 on two cores need longer than by default.
 */
export const HANDOVER_SECONDS = 45;
