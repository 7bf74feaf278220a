/**
 * Messages that @google-cloud/aiplatform does not carry, in the form of its protos.json, as far as they are read
 * here. Sources:
 * - notebooks v2: googleapis/googleapis 3597f7db, google/cloud/notebooks/v2/instance.proto and gce_setup.proto
 * - IAM: googleapis/googleapis, google/iam/v1/policy.proto
 * - Logging: googleapis/googleapis, google/logging/v2/logging_config.proto
 * - IAM Admin: googleapis/googleapis, google/iam/admin/v1/iam.proto
 * - IAM deny policies: googleapis/googleapis, google/iam/v2/policy.proto and deny.proto
 * - Workload identity pools, of which no proto is published for v1: docs.cloud.google.com/iam/docs/reference/rest/v1,
 *   projects.locations.workloadIdentityPools and .providers
 * - Conditions: googleapis/googleapis, google/type/expr.proto
 * - Storage: docs.cloud.google.com/storage/docs/json_api/v1/buckets, “Resource representations”
 */
export interface Message {
  readonly fields: Readonly<
    Record<string, { readonly type: string; readonly rule?: string; readonly keyType?: string }>
  >;
  readonly nested?: Readonly<Record<string, Message | Enumeration>>;
}

export interface Enumeration {
  readonly values: Readonly<Record<string, number>>;
}

const bool = { type: 'bool' };
const string = { type: 'string' };
const repeated = (type: string) => ({ type, rule: 'repeated' });

const policy = {
  Policy: {
    fields: {
      version: { type: 'int32' },
      etag: string,
      bindings: repeated('Binding'),
      auditConfigs: repeated('AuditConfig'),
    },
  },
  Expr: { fields: { expression: string, title: string, description: string, location: string } },
  Binding: { fields: { role: string, members: repeated('string'), condition: { type: 'Expr' } } },
  AuditConfig: { fields: { service: string, auditLogConfigs: repeated('AuditLogConfig') } },
  AuditLogConfig: {
    fields: { logType: { type: 'LogType' }, exemptedMembers: repeated('string') },
    nested: { LogType: { values: { LOG_TYPE_UNSPECIFIED: 0, ADMIN_READ: 1, DATA_WRITE: 2, DATA_READ: 3 } } },
  },
};

export const officialMessages: Readonly<Record<string, Readonly<Record<string, Message | Enumeration>>>> = {
  'google.cloud.notebooks.v2': {
    Instance: { fields: { name: string, gceSetup: { type: 'GceSetup' }, disableProxyAccess: bool } },
    GceSetup: {
      fields: {
        serviceAccounts: repeated('ServiceAccount'),
        bootDisk: { type: 'BootDisk' },
        dataDisks: repeated('DataDisk'),
        shieldedInstanceConfig: { type: 'ShieldedInstanceConfig' },
        networkInterfaces: repeated('NetworkInterface'),
        disablePublicIp: bool,
        metadata: { type: 'string', keyType: 'string' },
        enableIpForwarding: bool,
      },
    },
    ServiceAccount: { fields: { email: string, scopes: repeated('string') } },
    BootDisk: { fields: { diskEncryption: { type: 'DiskEncryption' }, kmsKey: string } },
    DataDisk: { fields: { diskEncryption: { type: 'DiskEncryption' }, kmsKey: string } },
    NetworkInterface: { fields: { network: string, subnet: string } },
    ShieldedInstanceConfig: {
      fields: { enableSecureBoot: bool, enableVtpm: bool, enableIntegrityMonitoring: bool },
    },
    DiskEncryption: { values: { DISK_ENCRYPTION_UNSPECIFIED: 0, GMEK: 1, CMEK: 2 } },
  },
  'google.iam.v1': policy,
  'google.iam.admin.v1': {
    ServiceAccount: { fields: { name: string, email: string, disabled: bool } },
    ServiceAccountKey: {
      fields: {
        name: string,
        keyType: { type: 'KeyType' },
        disabled: bool,
        validAfterTime: { type: 'google.protobuf.Timestamp' },
        validBeforeTime: { type: 'google.protobuf.Timestamp' },
      },
    },
    Role: {
      fields: {
        name: string,
        title: string,
        description: string,
        includedPermissions: repeated('string'),
        stage: { type: 'RoleLaunchStage' },
        etag: { type: 'bytes' },
        deleted: bool,
      },
      nested: {
        RoleLaunchStage: { values: { ALPHA: 0, BETA: 1, GA: 2, DEPRECATED: 4, DISABLED: 5, EAP: 6 } },
      },
    },
    // Named as in ListServiceAccountKeysRequest, and without the values that only requests have.
    KeyType: { values: { KEY_TYPE_UNSPECIFIED: 0, USER_MANAGED: 1, SYSTEM_MANAGED: 2 } },
  },
  'google.iam.v2': {
    Policy: {
      fields: { name: string, uid: string, kind: string, displayName: string, rules: repeated('PolicyRule') },
    },
    PolicyRule: { fields: { description: string, denyRule: { type: 'DenyRule' } } },
    DenyRule: {
      fields: {
        deniedPrincipals: repeated('string'),
        exceptionPrincipals: repeated('string'),
        deniedPermissions: repeated('string'),
        exceptionPermissions: repeated('string'),
        denialCondition: { type: 'Expr' },
      },
    },
    Expr: policy.Expr,
  },
  'google.iam.v1.rest': {
    WorkloadIdentityPool: {
      fields: { name: string, displayName: string, state: { type: 'State' }, disabled: bool },
    },
    WorkloadIdentityPoolProvider: {
      fields: {
        name: string,
        displayName: string,
        state: { type: 'State' },
        disabled: bool,
        attributeMapping: { type: 'string', keyType: 'string' },
        attributeCondition: string,
        aws: { type: 'Aws' },
        oidc: { type: 'Oidc' },
        saml: { type: 'Saml' },
        x509: { type: 'X509' },
      },
    },
    Aws: { fields: { accountId: string } },
    Oidc: { fields: { issuerUri: string, allowedAudiences: repeated('string'), jwksJson: string } },
    Saml: { fields: { idpMetadataXml: string } },
    X509: { fields: { trustStore: { type: 'TrustStore' } } },
    State: { values: { STATE_UNSPECIFIED: 0, ACTIVE: 1, DELETED: 2 } },
  },
  'google.logging.v2': {
    LogBucket: { fields: { name: string, retentionDays: { type: 'int32' }, locked: bool } },
    LogSink: { fields: { name: string, destination: string, disabled: bool } },
    ListSinksResponse: { fields: { sinks: repeated('LogSink') } },
  },
  storage: {
    ...policy,
    Bucket: {
      fields: {
        name: string,
        projectNumber: string,
        // Not a field of the resource: the answer of storage.buckets.getIamPolicy, joined by the connector.
        iamPolicy: { type: 'Policy' },
        iamConfiguration: { type: 'IamConfiguration' },
        acl: repeated('AccessControl'),
        defaultObjectAcl: repeated('AccessControl'),
        versioning: { type: 'Versioning' },
        retentionPolicy: { type: 'RetentionPolicy' },
        encryption: { type: 'Encryption' },
        softDeletePolicy: { type: 'SoftDeletePolicy' },
        ipFilter: { type: 'IpFilter' },
        logging: { type: 'Logging' },
      },
    },
    IamConfiguration: {
      fields: {
        publicAccessPrevention: { type: 'PublicAccessPrevention' },
        uniformBucketLevelAccess: { type: 'UniformBucketLevelAccess' },
      },
    },
    PublicAccessPrevention: { values: { inherited: 0, enforced: 1 } },
    UniformBucketLevelAccess: { fields: { enabled: bool, lockedTime: string } },
    AccessControl: { fields: { entity: string, role: string } },
    SoftDeletePolicy: { fields: { retentionDurationSeconds: string } },
    IpFilter: { fields: { mode: { type: 'IpFilterMode' } } },
    IpFilterMode: { values: { Enabled: 0, Disabled: 1 } },
    Versioning: { fields: { enabled: bool } },
    RetentionPolicy: { fields: { retentionPeriod: string, isLocked: bool } },
    Encryption: { fields: { defaultKmsKeyName: string } },
    Logging: { fields: { logBucket: string, logObjectPrefix: string } },
  },
};
