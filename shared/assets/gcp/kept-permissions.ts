/**
 * Services of AI, and those by which somebody gets at what AI assets hold, run as or run on. Of a role the permissions
 * of these are kept and of no others: roles/owner has 13,000, and a thing in the ledger at most 400 kB.
 */
const SERVICES = new Set([
  'agentidentity',
  'agentregistry',
  'aiplatform',
  'apikeys',
  'artifactregistry',
  'bigquery',
  'ces',
  'cloudbuild',
  'cloudfunctions',
  'cloudkms',
  'cloudscheduler',
  'composer',
  'dataflow',
  'dataform',
  'dataproc',
  'deploymentmanager',
  'dialogflow',
  'discoveryengine',
  'documentai',
  'geminidataanalytics',
  'iam',
  'logging',
  'modelarmor',
  'notebooks',
  'orgpolicy',
  'resourcemanager',
  'run',
  'secretmanager',
  'serviceusage',
  'storage',
  'vectorsearch',
]);

/** Of Compute Engine, what puts code on a machine or gives it an identity. */
const OF_COMPUTE = new Set([
  'compute.instances.create',
  'compute.instances.osAdminLogin',
  'compute.instances.osLogin',
  'compute.instances.setMetadata',
  'compute.instances.setServiceAccount',
  'compute.projects.setCommonInstanceMetadata',
]);

/** Whether a role that is in the inventory says of this permission that it includes it: of others it is silent. */
export const isKeptPermission = (permission: string): boolean =>
  SERVICES.has(permission.split('.', 1)[0] ?? '') || OF_COMPUTE.has(permission);
