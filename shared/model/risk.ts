import * as z from 'zod';

const Term = z.strictObject({
  factor: z.number().gt(0).max(1).describe('What the score is multiplied by.'),
  because: z.string().describe('Why it is that much.'),
});

/** How urgent a finding or a path is, and why: the score is 100 times the product of the four factors. */
export const Risk = z.strictObject({
  score: z.number().min(0).max(100).describe('From 0 to 100; the higher, the more urgent.'),
  terms: z.strictObject({
    severity: Term.describe('How bad it is by itself.'),
    exposure: Term.describe('Who stands near enough to use it.'),
    reach: Term.describe('What can be got at from there.'),
    confidence: Term.describe('How sure it is that it works.'),
  }),
});
export type Risk = z.infer<typeof Risk>;
export type RiskTerm = z.infer<typeof Term>;

export const RISK_TERMS = ['severity', 'exposure', 'reach', 'confidence'] as const;
