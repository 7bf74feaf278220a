import { role } from '#shared/assets/aws/iam.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { judgedBy } from '#shared/model/predicate.ts';
import { technique } from '../../technique.ts';

const PATH = 'AssumeRolePolicyDocument';
const PINNED = 'the subject and the audience of the token, each without a wildcard';

export default technique(role, {
  title: 'Roles that trust an OpenID Connect provider name the subject and the audience',
  gains: 'the role, for any workload that the provider vouches for',
  by: 'outside',
  applies: judgedBy({
    sentence: 'the trust policy lets in tokens of a provider without naming their subject and audience',
    reads: [PATH],
    judge: ({ config: { [PATH]: document } }) => {
      if (!isObject(document))
        return { truth: undefined, evidence: [{ path: PATH, state: 'absent', expected: PINNED }] };
      const evidence = [document['Statement']].flat().flatMap((statement, index): Evidence[] =>
        isLoose(statement)
          ? [
              {
                path: `${PATH}.Statement[${index}]`,
                state: 'read',
                found: statement ?? null,
                expected: PINNED,
              },
            ]
          : [],
      );
      return evidence.length > 0
        ? { truth: true, evidence }
        : {
            truth: false,
            evidence: [{ path: PATH, state: 'read', found: 'no such statement', expected: PINNED }],
          };
    },
  }),
  holds: 'control',
  severity: 'high',
  basis: 'documented',
  reference: ['X-01'],
  why: 'Providers such as that of GitHub vouch for everybody’s workloads. Which of them are meant, only the subject and the audience in the condition say.',
  fix: {
    console:
      'In the trust policy, compare sub and aud of the provider with StringEquals to the one workload that is meant.',
    cli: 'aws iam update-assume-role-policy --role-name … --policy-document file://trust.json',
    cloudformation: {
      Condition: {
        StringEquals: {
          'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
          'token.actions.githubusercontent.com:sub': 'repo:…:environment:production',
        },
      },
    },
  },
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html: limiting the sub condition; GetAccountAuthorizationDetails response, @aws-sdk/client-iam',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});

/** Lets tokens of an OpenID Connect provider in whose subject or audience is not pinned. */
function isLoose(statement: Json | undefined): boolean {
  if (!isObject(statement) || statement['Effect'] !== 'Allow' || !isObject(statement['Principal']))
    return false;
  const providers = [statement['Principal']['Federated']].flat();
  if (!providers.some((name) => typeof name === 'string' && name.includes(':oidc-provider/'))) return false;
  const { Condition } = statement;
  return !isPinned(Condition, ':sub') || !isPinned(Condition, ':aud');
}

/** Some operator of equality or likeness compares the claim with texts that have no wildcard. */
function isPinned(condition: Json | undefined, claim: string): boolean {
  if (!isObject(condition)) return false;
  return Object.entries(condition).some(
    ([operator, keys]) =>
      /^(?:ForAnyValue:)?String(?:Equals|Like)(?:IgnoreCase)?$/i.test(operator) &&
      isObject(keys) &&
      Object.entries(keys).some(
        ([key, values]) => key.toLowerCase().endsWith(claim) && areExact(operator, values),
      ),
  );
}

function areExact(operator: string, values: Json | undefined): boolean {
  const texts = [values].flat();
  return (
    texts.length > 0 &&
    texts.every((text) => typeof text === 'string' && (/equals/i.test(operator) || !/[*?]/.test(text)))
  );
}
