import { accountSettings } from '#shared/assets/aws/bedrock-account.ts';
import { anyIn, permission, technique } from '../../technique.ts';

export default technique(accountSettings, {
  title: 'Only what is meant to can run foundation models at the account’s cost',
  gains: 'answers of foundation models, which the account pays for',
  by: 'principal',
  needs: [permission('bedrock:InvokeModel', { on: anyIn('arn:aws:bedrock:{region}::foundation-model/*') })],
  holds: 'use',
  severity: 'low',
  basis: 'documented',
  reference: ['AWS-EX-18'],
  why: 'Stolen credentials with this permission are sold on, and the calls of whoever bought them are on the account’s bill.',
  fix: {
    console:
      'Allow bedrock:InvokeModel on the models that the application uses, and keep it from roles of machines that the internet reaches.',
    cli: 'aws iam put-role-policy --role-name … --policy-name own-models --policy-document file://own-models.json',
    cloudformation: {
      Effect: 'Allow',
      Action: 'bedrock:InvokeModel',
      Resource: 'arn:aws:bedrock:…::foundation-model/amazon.nova-micro-v1:0',
    },
  },
  source: 'Service Authorization Reference, Amazon Bedrock: InvokeModel',
  frameworks: { 'mitre-atlas': ['AML.T0034'] },
});
