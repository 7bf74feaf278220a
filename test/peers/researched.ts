/**
 * What the research on Azure and Google Cloud found worth checking, by its number there, and the checks that look for
 * it; a text says why none does. Ids are without the cloud.
 */
export type Answer = readonly string[] | string;

export const azure: Readonly<Record<number, Answer>> = {};

export const gcp: Readonly<Record<number, Answer>> = {
  2: ['vertex.endpoint-public'],
  3: ['vertex.endpoint-dedicated-dns'],
  4: ['vertex.endpoint-private-connect-allowlist'],
  5: ['vertex.endpoint-request-logging'],
  6: ['vertex.endpoint-container-logging'],
  7: ['vertex.endpoint-access-logging'],
  8: ['vertex.endpoint-default-service-account'],
  12: ['vertex.model-environment-secret', 'vertex.custom-job-environment-secret'],
  13: ['vertex.model-artifact-bucket-public'],
  15: ['vertex.model-exportable'],
  17: ['vertex.custom-job-web-access'],
  18: ['vertex.custom-job-dashboard-access'],
  34: ['workbench.instance-public-ip'],
  35: ['workbench.instance-default-service-account'],
  36: ['workbench.instance-root-access'],
  37: ['workbench.instance-idle-shutdown'],
  38: ['workbench.instance-file-downloads', 'workbench.instance-terminal'],
  39: ['workbench.instance-startup-script'],
  40: ['workbench.instance-secure-boot', 'workbench.instance-integrity-monitoring'],
  41: ['workbench.instance-disk-customer-key'],
  42: ['workbench.instance-ip-forwarding', 'workbench.instance-shared-access'],
  47: [
    'modelarmor.template-jailbreak-filter',
    'modelarmor.template-malicious-uri-filter',
    'modelarmor.template-sensitive-data-filter',
    'modelarmor.template-enforcement',
    'service-usage.model-armor-enabled',
  ],
  48: [
    'modelarmor.floor-enforcement',
    'modelarmor.floor-vertex-ai',
    'modelarmor.floor-blocks',
    'modelarmor.floor-logging',
  ],
  49: ['storage.bucket-public', 'storage.bucket-public-access-prevention'],
  50: [
    'storage.bucket-uniform-access',
    'storage.bucket-versioning',
    'storage.bucket-soft-delete',
    'storage.bucket-customer-key',
    'storage.bucket-usage-logs',
    'storage.bucket-address-filter',
  ],
  51: [
    'resource-manager.public-member',
    'resource-manager.personal-account-ai-role',
    'resource-manager.default-service-account-broad-role',
    'resource-manager.foreign-service-account-ai-role',
  ],
  52: ['resource-manager.vertex-audit-logs'],
  53: ['logging.sinks', 'logging.bucket-retention'],
  54: [
    'orgpolicy.public-access-prevention',
    'orgpolicy.uniform-bucket-access',
    'orgpolicy.service-account-keys',
  ],
};
