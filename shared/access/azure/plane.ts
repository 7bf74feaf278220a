/**
 * The operations that count as data actions, as the permission pages of the services list them
 * (https://learn.microsoft.com/azure/role-based-access-control/resource-provider-operations, `isDataAction`). Nothing
 * in the name of an operation says so. What is of no service named here is taken as an operation on the control plane.
 */
const DATA_OPERATIONS: readonly RegExp[] = [
  /^microsoft\.storage\/storageaccounts\/blobservices\/containers\/blobs\//,
  /^microsoft\.storage\/storageaccounts\/fileservices\/(?:fileshares\/files\/|readfilebackupsemantics\/|writefilebackupsemantics\/|takeownership\/)/,
  /^microsoft\.storage\/storageaccounts\/queueservices\/queues\/messages\//,
  /^microsoft\.storage\/storageaccounts\/tableservices\/tables\/entities\//,
  // Reading and writing secrets and keys without more are operations of Resource Manager; the rest is the vault's.
  /^microsoft\.keyvault\/vaults\/(?!(?:secrets|keys)\/(?:read|write)$|keys\/versions\/read$)(?:secrets|keys|keyrotationpolicies|certificates|certificatecas|certificatecontacts|storageaccounts)\//,
  /^microsoft\.search\/searchservices\/indexes\/(?:documents|contentsecurity)\//,
  /^microsoft\.containerregistry\/registries\/(?:repositories\/(?:content|metadata)|catalog)\//,
  // What is below an account is an API of its models and services, but for the resources that Resource Manager keeps.
  /^microsoft\.cognitiveservices\/accounts\/(?!(?:read|write|delete|join[^/]*\/action|list[^/]*\/action|regeneratekey\/action)$|(?:skus|usages|models|deployments|raipolicies|raiblocklists|raicontentfilters|raiexternalsafetyproviders|raitopics|commitmentplans|encryptionscopes|defenderforaisettings|networksecurityperimeter[^/]*|privateendpointconnection[^/]*|privatelinkresources|projects|connections|capabilityhosts|managednetworks|quotatiers|testraiexternalsafetyprovider|providers)\/)[^/]+\//,
];

/** Whether roles grant the operation by `dataActions` rather than by `actions`. */
export function isDataOperation(permission: string): boolean {
  const asked = permission.toLowerCase();
  return DATA_OPERATIONS.some((operation) => operation.test(asked));
}
