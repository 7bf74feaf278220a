import type { Finding } from '#shared/model/finding.ts';
import type { Risk, RiskTerm } from '#shared/model/risk.ts';
import type { Severity } from '#shared/model/severity.ts';
import { type Basis, CONFIDENCE } from '#shared/paths/technique.ts';
import { scored } from './score.ts';
import { type Exposure, type Nearness, type Reach, type Standing, UNKNOWN_STANDING } from './standing.ts';

/** Judgements, not measurements: what they are chosen for is in docs/risk.md, which a test holds to these tables. */
export const SEVERITY_FACTOR: Readonly<Record<Severity, number>> = {
  critical: 1,
  high: 0.75,
  medium: 0.5,
  low: 0.25,
  informational: 0.05,
};

export const EXPOSURE_FACTOR: Readonly<Record<Nearness, number>> = {
  outside: 1,
  'any-principal': 0.9,
  federated: 0.75,
  unknown: 0.6,
  insider: 0.5,
  'not-reachable': 0.2,
};

export const REACH_FACTOR: Readonly<Record<Reach, number>> = {
  everything: 1,
  'models-and-data': 0.85,
  unknown: 0.6,
  something: 0.5,
  nothing: 0.3,
};

/** Of access that conditions decide which the inventory cannot. */
export const CONDITIONAL_FACTOR = 0.7;

const EXPOSED: Readonly<Record<Nearness, string>> = {
  outside: 'anybody on the internet gets to it',
  'any-principal': 'anybody with any login of the cloud gets to it',
  federated: 'somebody of another organisation, who is let in, gets to it',
  unknown: 'who gets to it is not known',
  insider: 'principals of the own accounts get to it',
  'not-reachable': 'no way to it was found',
};

const REACHED: Readonly<Record<Reach, string>> = {
  everything: 'stored credentials or an identity that may do nearly all are got at from it',
  'models-and-data': 'models, training data or a knowledge base are got at from it',
  unknown: 'what is got at from it is not known',
  something: 'other assets or identities are got at from it',
  nothing: 'nothing but itself is got at',
};

const SURE: Readonly<Record<Basis, string>> = {
  documented: 'the technique is described with a reproduction',
  vendor: 'the cloud itself says that the technique works',
  inferred: 'the technique is concluded from permissions, and nobody is known to have tried it',
};

/**
 * The risk of a finding. Without a standing, that of an asset of which nothing is known. `basis` is that of the
 * technique which the finding rests on; without one it is a fact that was read.
 */
export function findingRisk(
  { severity }: Pick<Finding, 'severity'>,
  { exposure, reach }: Standing = UNKNOWN_STANDING,
  basis?: Basis,
): Risk {
  return scored({
    severity: severityTerm(severity),
    exposure: { factor: EXPOSURE_FACTOR[exposure.nearness], because: EXPOSED[exposure.nearness] },
    reach: { factor: REACH_FACTOR[reach], because: REACHED[reach] },
    confidence: confidenceTerm(exposure, basis),
  });
}

export const severityTerm = (severity: Severity): RiskTerm => ({
  factor: SEVERITY_FACTOR[severity],
  because: `the severity is ${severity}`,
});

function confidenceTerm({ nearness, access, confidence }: Exposure, basis: Basis | undefined): RiskTerm {
  // That there is no way, or that nobody knows, is not made more or less likely by a way.
  const isAWay = nearness !== 'unknown' && nearness !== 'not-reachable';
  const isConditional = isAWay && access === 'conditional';
  const isLessSure = isAWay && confidence < 1;
  return {
    factor:
      (basis ? CONFIDENCE[basis] : 1) *
      (isConditional ? CONDITIONAL_FACTOR : 1) *
      (isLessSure ? confidence : 1),
    because: [
      basis ? SURE[basis] : 'it was read from the configuration',
      ...(isConditional ? ['access is conditional'] : []),
      ...(isLessSure ? [`the way to it is ${Math.round(confidence * 100)} % sure`] : []),
    ].join('; '),
  };
}

/** The same risk after the severity has changed, until the standing is looked at again. */
export const withSeverity = ({ terms }: Risk, severity: Severity): Risk =>
  scored({ ...terms, severity: severityTerm(severity) });

/** What findings are ranked by: the score on record, or that of an asset of which nothing is known. */
export const scoreOf = ({ severity, risk }: Pick<Finding, 'severity' | 'risk'>): number =>
  risk?.score ?? BASE_SCORE[severity];

const baseScore = (severity: Severity): number => findingRisk({ severity }).score;

const BASE_SCORE: Readonly<Record<Severity, number>> = {
  critical: baseScore('critical'),
  high: baseScore('high'),
  medium: baseScore('medium'),
  low: baseScore('low'),
  informational: baseScore('informational'),
};
