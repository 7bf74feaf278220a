import { lambdaFunction } from '#shared/assets/aws/lambda.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { all, field, judgedBy } from '#shared/model/predicate.ts';
import { technique } from '../../technique.ts';

const textsOf = (value: Json | undefined): string[] =>
  [value].flat().filter((text) => typeof text === 'string');

function isForAnybody({ Effect, Principal, Action }: JsonObject): boolean {
  const named = isObject(Principal) ? textsOf(Principal['AWS']) : textsOf(Principal);
  return (
    Effect === 'Allow' &&
    named.includes('*') &&
    textsOf(Action).some((action) => /^(?:\*|lambda:(?:\*|invokefunctionurl))$/i.test(action))
  );
}

/** Conditions that every call by a URL without authorisation meets, which Lambda writes itself. */
const isForAnyCall = ({ Condition }: JsonObject): boolean =>
  (isObject(Condition) ? Object.values(Condition) : [])
    .flatMap((keys) => (isObject(keys) ? Object.keys(keys) : []))
    .every((key) => /^lambda:(?:FunctionUrlAuthType|InvokedViaFunctionUrl)$/i.test(key));

const letsAnybody = judgedBy({
  sentence: 'its policy lets anybody call the URL',
  reads: ['Policy'],
  judge: ({ config: { Policy } }) => {
    const expected = 'no statement that lets anybody invoke the URL';
    if (!isObject(Policy)) return { truth: false, evidence: [{ path: 'Policy', state: 'absent', expected }] };
    const open = [Policy['Statement']]
      .flat()
      .flatMap((found, index) =>
        isObject(found) && isForAnybody(found) ? [{ found, path: `Policy.Statement[${index}]` }] : [],
      );
    if (open.length === 0)
      return { truth: false, evidence: [{ path: 'Policy', state: 'read', found: Policy, expected }] };
    return {
      truth: open.some(({ found }) => isForAnyCall(found)) ? true : undefined,
      evidence: open.map(({ found, path }): Evidence => ({ path, state: 'read', found, expected })),
    };
  },
});

export default technique(lambdaFunction, {
  title: 'Nobody calls a function by its URL without saying who they are',
  gains: 'calls to the function',
  by: 'outside',
  applies: all(
    field('FunctionUrlConfig').isPresent(),
    field('FunctionUrlConfig.AuthType').is('NONE'),
    letsAnybody,
  ),
  holds: 'use',
  severity: 'high',
  basis: 'vendor',
  reference: ['AWS-EX-18'],
  why: 'Whoever finds the address calls the function, and by it the models and tools that its role reaches.',
  fix: {
    console: 'In Lambda, edit the function URL and choose the auth type AWS_IAM.',
    cli: 'aws lambda update-function-url-config --function-name … --auth-type AWS_IAM',
    cloudformation: { AuthType: 'AWS_IAM' },
  },
  source:
    'GetFunctionUrlConfigResponse.AuthType, @aws-sdk/client-lambda; AWS Lambda Developer Guide, with NONE the policy of the function decides alone',
  frameworks: { 'mitre-atlas': ['AML.T0049'] },
});
