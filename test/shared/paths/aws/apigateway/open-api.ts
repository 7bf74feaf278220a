import { open } from '../reaching.ts';
import { lambdaFunction } from '../rows.ts';

const api = (authorizationType: string) => ({
  type: 'aws.apigateway.rest-api',
  id: 'arn:aws:apigateway:eu-west-1::/restapis/a1b2c3d4e5',
  config: {
    id: 'a1b2c3d4e5',
    name: 'rates',
    endpointConfiguration: { types: ['REGIONAL'] },
    resources: [
      {
        id: 'r1',
        path: '/rates',
        resourceMethods: {
          POST: {
            authorizationType,
            apiKeyRequired: false,
            methodIntegration: {
              uri: `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${lambdaFunction().id}/invocations`,
            },
          },
        },
      },
    ],
  },
});

export default open(api('NONE'), api('AWS_IAM'), [lambdaFunction()]);
