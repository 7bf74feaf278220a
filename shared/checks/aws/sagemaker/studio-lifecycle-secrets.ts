import { studioLifecycleConfig } from '#shared/assets/aws/sagemaker-studio.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

/** The connector keeps of the script only which kinds of secret it found in it. */
export default check(studioLifecycleConfig, {
  title: 'Lifecycle scripts of SageMaker Studio hold no secrets',
  severity: 'high',
  fails: field('StudioLifecycleConfigContent').matches(/^withheld: /),
  why: 'Every user of Studio whose applications start with the script has the secret, and so has everybody who may describe it.',
  fix: {
    console:
      'Rotate the secret, put the new one into Secrets Manager, and attach a lifecycle configuration whose script reads it with the role of the user; delete this one.',
    cli: 'aws sagemaker create-studio-lifecycle-config --studio-lifecycle-config-name … --studio-lifecycle-config-app-type JupyterLab --studio-lifecycle-config-content $(base64 -w0 start.sh)',
    cloudformation: {
      StudioLifecycleConfigContent: { 'Fn::Base64': 'TOKEN=$(aws secretsmanager get-secret-value …)' },
    },
  },
  source:
    'DescribeStudioLifecycleConfig response, @aws-sdk/client-sagemaker; the script is withheld when read',
  frameworks: { 'mitre-atlas': ['AML.T0055'], 'owasp-llm-2026': ['LLM02:2026'] },
  peers: { union: ['aws.sagemaker.studio-lifecycle-secrets'] },
  examples: {
    pass: [{ StudioLifecycleConfigContent: 'withheld' }],
    fail: [{ StudioLifecycleConfigContent: 'withheld: hugging-face-token' }],
    unknown: [{}, { StudioLifecycleConfigContent: 7 }],
  },
});
