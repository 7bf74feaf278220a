import { restApi } from '#shared/assets/aws/apigateway.ts';
import { all, field, judgedBy, not } from '#shared/model/predicate.ts';
import { technique } from '../../technique.ts';

/** The connector draws `exposes` where a method asks nobody who they are. */
const exposes = judgedBy({
  sentence: 'a method that stands before a function asks nobody who they are',
  reads: ['resources'],
  judge: ({ relations }) => {
    const exposed = relations.filter(({ kind }) => kind === 'exposes').map(({ target }) => target);
    return {
      truth: exposed.length > 0,
      evidence: [
        {
          path: 'resources',
          state: 'read',
          found: exposed.length > 0 ? exposed : 'no function behind an open method',
          expected: 'an authorizationType other than NONE, or an API key',
        },
      ],
    };
  },
});

export default technique(restApi, {
  title: 'Nobody calls what stands behind an API without saying who they are',
  gains: 'calls to the functions behind the API',
  by: 'outside',
  applies: all(
    exposes,
    not(field('endpointConfiguration.types').includes('PRIVATE')),
    // One with a policy is asked by the policy, which access evaluation reads.
    field('policy').isAbsent(),
  ),
  holds: 'use',
  severity: 'high',
  basis: 'vendor',
  reference: ['AWS-EX-18'],
  why: 'Every request is handed to the function, which calls models and tools for whoever sent it.',
  fix: {
    console: 'In API Gateway, choose an authoriser for the method and deploy the API.',
    cli: 'aws apigateway update-method --rest-api-id … --resource-id … --http-method POST --patch-operations op=replace,path=/authorizationType,value=AWS_IAM',
    cloudformation: { AuthorizationType: 'AWS_IAM' },
  },
  source: 'Method.authorizationType and RestApi.policy, @aws-sdk/client-api-gateway',
  frameworks: { 'mitre-atlas': ['AML.T0049'] },
});
