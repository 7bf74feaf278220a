import { PutRolePolicyCommand } from '@aws-sdk/client-iam';
import type { Clients } from './clients.ts';

/**
 * Where the emulators differ from AWS and the app is right. Each is made here, in the emulators, after the
 * deployment; the template is deployed as it was synthesised.
 *
 * - MiniStack has no SageMaker and no Security Hub: moto answers for them (`emulators.ts`). moto enforces no
 *   policies, so those of these two services are held by `test/infra/policies.test.ts` alone.
 * - moto’s Search knows no models: the scan is incomplete and says so, which is what it should do.
 * - Nobody but AWS may put events of the source `aws.sagemaker`, nor may the test: see `changeRescanned`.
 */
export async function adaptEmulators({ iam }: Pick<Clients, 'iam'>): Promise<void> {
  // MiniStack asks for ses:SendEmail on all resources. AWS asks for it on the identity that sends, which is
  // what the stack grants: Service Authorization Reference, Amazon Simple Email Service v2, SendEmail.
  await iam.send(
    new PutRolePolicyCommand({
      RoleName: 'aispm-send-digest',
      PolicyName: 'deployed-test',
      PolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 'ses:SendEmail', Resource: '*' }],
      }),
    }),
  );
  // It takes GetFunctionConcurrency for PutFunctionConcurrency, and asks for DescribeBudgets where AWS asks for
  // ViewBudget: Service Authorization Reference, AWS Lambda and AWS Budget Service.
  await iam.send(
    new PutRolePolicyCommand({
      RoleName: 'aispm-scan-scope',
      PolicyName: 'deployed-test',
      PolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: ['lambda:PutFunctionConcurrency', 'budgets:DescribeBudgets'],
            Resource: '*',
          },
        ],
      }),
    }),
  );
}
