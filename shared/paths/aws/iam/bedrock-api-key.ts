import { user } from '#shared/assets/aws/iam.ts';
import { oneOf, permission, technique } from '../../technique.ts';

const SERVICE = { 'iam:ServiceSpecificCredentialServiceName': ['bedrock.amazonaws.com'] };

export default technique(user, {
  title: 'Only its owner can make a Bedrock API key of a user',
  gains: 'a bearer key with which Bedrock is called as the user, for as long as it lives',
  by: 'principal',
  needs: [
    oneOf(
      permission('iam:CreateServiceSpecificCredential', { context: SERVICE }),
      permission('iam:ResetServiceSpecificCredential'),
    ),
  ],
  holds: 'use',
  severity: 'medium',
  basis: 'documented',
  reference: ['AWS-EX-17'],
  why: 'The key is one line of text that works from anywhere. Users made for such keys have nobody who would miss them.',
  fix: {
    console:
      'Deny iam:CreateServiceSpecificCredential for bedrock.amazonaws.com by a service control policy, or limit its age with iam:ServiceSpecificCredentialAgeDays.',
    cli: 'aws organizations create-policy --type SERVICE_CONTROL_POLICY --name no-bedrock-keys --description … --content file://no-bedrock-keys.json',
    cloudformation: {
      Effect: 'Deny',
      Action: 'iam:CreateServiceSpecificCredential',
      Resource: '*',
      Condition: { StringEquals: { 'iam:ServiceSpecificCredentialServiceName': 'bedrock.amazonaws.com' } },
    },
  },
  source:
    'Service Authorization Reference, AWS IAM: CreateServiceSpecificCredential, ResetServiceSpecificCredential; Amazon Bedrock User Guide, API keys',
  frameworks: { 'mitre-atlas': ['AML.T0055'] },
});
