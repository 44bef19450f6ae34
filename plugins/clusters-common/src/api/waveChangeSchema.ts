import { z } from 'zod';

/**
 * What a wave can change: the version of a component, or the release of the
 * node images (`images`).
 *
 * @public
 */
export const waveTargets = [
  'kubernetes',
  'karpenter',
  'cilium',
  'images',
] as const;

const patterns: Record<(typeof waveTargets)[number], RegExp> = {
  kubernetes: /^1\.\d{1,3}$/,
  karpenter: /^\d{1,4}\.\d{1,4}\.\d{1,4}$/,
  cilium: /^\d{1,4}\.\d{1,4}\.\d{1,4}$/,
  images: /^v20\d{6}$/,
};

const examples: Record<(typeof waveTargets)[number], string> = {
  kubernetes: '1.35',
  karpenter: '1.14.3',
  cilium: '1.19.9',
  images: 'v20261112',
};

/**
 * The change that every cluster of a wave gets.
 *
 * @public
 */
export const waveChangeSchema = z
  .strictObject({
    what: z.enum(waveTargets),
    /** `1.35`, `1.14.3` or `v20261112`. */
    to: z.string().max(20),
  })
  .superRefine(({ what, to }, context) => {
    if (!patterns[what].test(to)) {
      context.addIssue({
        code: 'custom',
        path: ['to'],
        message: `must be a version such as ${examples[what]}`,
      });
    }
  });
/**
 * See {@link waveChangeSchema}.
 *
 * @public
 */
export type WaveChange = z.infer<typeof waveChangeSchema>;
