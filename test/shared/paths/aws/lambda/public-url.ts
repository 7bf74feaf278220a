import { open } from '../reaching.ts';
import { lambdaFunction } from '../rows.ts';

const called = (AuthType: string) =>
  lambdaFunction({
    FunctionUrlConfig: { FunctionUrl: 'https://a1b2c3.lambda-url.eu-west-1.on.aws/', AuthType },
    Policy: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: '*',
          Action: 'lambda:InvokeFunctionUrl',
          Resource: '*',
          Condition: { StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } },
        },
      ],
    },
  });

export default open(called('NONE'), called('AWS_IAM'));
