import { z } from 'zod';
import { CORRECTION_KINDS, type CorrectionInput } from './correction';

const LONGEST_ID = 200;

export const correctionInputSchema: z.ZodType<CorrectionInput> = z.strictObject({
  kind: z.enum(CORRECTION_KINDS), targetId: z.string().min(1).max(LONGEST_ID),
});
