import { notebookLifecycleConfig } from '#shared/assets/aws/sagemaker-studio.ts';
import { check } from '#shared/model/check.ts';
import { any, field, some } from '#shared/model/predicate.ts';
import { NO_SCRIPTS } from './sources.ts';

/** The connector keeps of each script only which kinds of secret it found in it. */
const holdsSecrets = field('Content').matches(/^withheld: /);

export default check(notebookLifecycleConfig, {
  title: 'Lifecycle scripts of SageMaker notebook instances hold no secrets',
  severity: 'high',
  fails: any(
    some('OnCreate', holdsSecrets, { absentIsEmpty: NO_SCRIPTS }),
    some('OnStart', holdsSecrets, { absentIsEmpty: NO_SCRIPTS }),
  ),
  why: 'A script is plain text to everybody who may describe the lifecycle configuration, and the same secret goes to every notebook that starts with it.',
  fix: {
    console:
      'Rotate the secret, put the new one into Secrets Manager, and let the script read it with the role of the notebook.',
    cli: 'aws sagemaker update-notebook-instance-lifecycle-config --notebook-instance-lifecycle-config-name … --on-start Content=$(base64 -w0 on-start.sh)',
    cloudformation: {
      OnStart: [{ Content: { 'Fn::Base64': 'TOKEN=$(aws secretsmanager get-secret-value …)' } }],
    },
  },
  source:
    'DescribeNotebookInstanceLifecycleConfig response, @aws-sdk/client-sagemaker; scripts are withheld when read',
  frameworks: { 'mitre-atlas': ['AML.T0055'], 'owasp-llm-2026': ['LLM02:2026'] },
  peers: {
    union: ['aws.sagemaker.notebook-lifecycle-secrets'],
    prowler: ['sagemaker_notebook_instance_no_secrets'],
  },
  examples: {
    pass: [{ OnCreate: [{ Content: 'withheld' }], OnStart: [{ Content: 'withheld' }] }],
    fail: [
      { OnCreate: [{ Content: 'withheld: aws-access-key' }] },
      { OnStart: [{ Content: 'withheld: github-token, named-like-a-secret' }] },
    ],
    unknown: [{ OnStart: [{}] }, { OnStart: 'none' }],
  },
});
