import { RISK_TERMS, type Risk, type RiskTerm } from '#shared/model/risk.ts';

/**
 * 100 times the product of the four factors: no term can be made up for by another. Factors are rounded before
 * they are multiplied, so that a reader who multiplies what is shown comes to the same score.
 */
export function scored(terms: Risk['terms']): Risk {
  const shown: Risk['terms'] = {
    severity: rounded(terms.severity),
    exposure: rounded(terms.exposure),
    reach: rounded(terms.reach),
    confidence: rounded(terms.confidence),
  };
  const product = RISK_TERMS.reduce((score, term) => score * shown[term].factor, 100);
  return { score: Math.round(product * 10) / 10, terms: shown };
}

const LEAST = 0.001;

const rounded = ({ factor, because }: RiskTerm): RiskTerm => ({
  factor: Math.max(LEAST, Math.round(factor * 1000) / 1000),
  because,
});
