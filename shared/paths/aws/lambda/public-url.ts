import { lambdaFunction } from '#shared/assets/aws/lambda.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { all, field, judgedBy } from '#shared/model/predicate.ts';
import { technique } from '../../technique.ts';

const isForAnybody = (statement: Json | undefined): boolean => {
  if (!isObject(statement) || statement['Effect'] !== 'Allow') return false;
  const { Principal, Action } = statement;
  const named = isObject(Principal) ? [Principal['AWS']].flat() : [Principal];
  return (
    named.includes('*') &&
    [Action]
      .flat()
      .some(
        (action) => typeof action === 'string' && /^(?:\*|lambda:(?:\*|invokefunctionurl))$/i.test(action),
      )
  );
};

const letsAnybody = judgedBy({
  sentence: 'its policy lets anybody call the URL',
  reads: ['Policy'],
  judge: ({ config: { Policy } }) => {
    const statements = isObject(Policy) ? [Policy['Statement']].flat() : [];
    const open = statements.findIndex(isForAnybody);
    const expected = 'no statement that lets anybody invoke the URL';
    return {
      truth: open >= 0,
      evidence: [
        open >= 0
          ? { path: `Policy.Statement[${open}]`, state: 'read', found: statements[open] ?? null, expected }
          : { path: 'Policy', state: Policy === undefined ? 'absent' : 'read', expected },
      ],
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
