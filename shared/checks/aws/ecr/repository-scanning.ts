import { repository } from '#shared/assets/aws/ecr.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(repository, {
  title: 'Image repositories of AI are scanned when images are pushed',
  severity: 'medium',
  fails: field('scanningConfiguration.scanFrequency').is('MANUAL'),
  why: 'Frameworks in such images have holes that are found every week; nobody hears that a model or an agent runs with one.',
  fix: {
    console:
      'In ECR, open “Private registry”, “Scanning configuration”, and add a filter for the repository.',
    cli: 'aws ecr put-registry-scanning-configuration --scan-type BASIC --rules \'[{"scanFrequency":"SCAN_ON_PUSH","repositoryFilters":[{"filter":"*","filterType":"WILDCARD"}]}]\'',
    cloudformation: { ImageScanningConfiguration: { ScanOnPush: true } },
  },
  source: 'BatchGetRepositoryScanningConfiguration response, @aws-sdk/client-ecr',
  frameworks: { 'mitre-atlas': ['AML.T0010.004'], 'owasp-llm-2026': ['LLM04:2026'] },
  peers: {
    union: ['aws.ecr.ai-repo-no-scan'],
    prowler: ['ecr_repositories_scan_images_on_push_enabled'],
    'aws-samples': ['FS-16'],
  },
  examples: {
    pass: [
      { repositoryName: 'churn', scanningConfiguration: { scanFrequency: 'SCAN_ON_PUSH' } },
      { repositoryName: 'churn', scanningConfiguration: { scanFrequency: 'CONTINUOUS_SCAN' } },
    ],
    fail: [{ repositoryName: 'churn', scanningConfiguration: { scanFrequency: 'MANUAL' } }],
    unknown: [
      { repositoryName: 'churn' },
      { repositoryName: 'churn', scanningConfiguration: { scanFrequency: 'NEVER' } },
    ],
  },
});
