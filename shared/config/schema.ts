import * as z from 'zod';
import { Governance } from '#shared/model/governance.ts';
import { AccountId, AwsRegion, EmailAddress, GcpRegion, listOf, text, Uuid } from './fields.ts';
import { ScheduleExpression } from './schedule.ts';
import { Signers } from './signers.ts';

/** What one setting excludes: at most one of the named ways to say which accounts are scanned. */
function onlyOneOf<Shape extends z.core.$ZodLooseShape>(...names: (keyof Shape & string)[]) {
  return ({ value, issues }: z.core.ParsePayload<Record<string, unknown>>) => {
    const written = names.filter((name) => value[name] !== undefined && value[name] !== false);
    if (written.length < 2) return;
    issues.push({
      code: 'custom',
      input: value,
      message: `${written.join(' and ')} exclude each other; keep one of them`,
    });
  };
}

const roleName = (byDefault: string) =>
  text(
    /^[\w+=,.@-]{1,64}$/,
    'a role name',
    `write the name only, without the path and the ARN: ${byDefault}`,
  ).default(byDefault);

const Aws = z
  .strictObject({
    /** Accounts by id. Without this and without `organization`: the account that aispm runs in. */
    accounts: listOf(AccountId, 'account ids').optional(),
    /** Every active account that AWS Organizations lists, less those excluded. */
    organization: z.strictObject({ exclude: listOf(AccountId, 'account ids').optional() }).optional(),
    /** Without it: the region that aispm runs in. */
    regions: listOf(AwsRegion, 'regions').optional(),
    /**
     * `everywhere` asks rarely used services also in regions where nothing hints at AI, some 50 calls more each, and
     * Cost Explorer, which charges a cent for each call.
     */
    rarelyUsedServices: z
      .enum(['where-ai-lives', 'everywhere'], {
        error: 'is neither where-ai-lives nor everywhere; write one of them',
      })
      .default('where-ai-lives'),
    readerRoleName: roleName('aispm-reader'),
    /** The role through which findings are imported into a member account's own Security Hub. */
    importerRoleName: roleName('aispm-importer'),
    /** The role through which approved remediations change a member account. */
    remediatorRoleName: roleName('aispm-remediator'),
    /** The role through which model files of a member account are read. */
    inspectorRoleName: roleName('aispm-inspector'),
    /** Asked of whoever assumes the reader role in a member account. */
    externalId: text(
      /^[\w+=,.@:/-]{2,1224}$/,
      'an external id',
      'write 2 to 1224 letters, digits or +=,.@:/-',
    ).optional(),
  })
  .check(onlyOneOf('accounts', 'organization'));

/**
 * An identity that writes, or that reads data, is another than the one that reads configurations: else a scan could do
 * what only an approved plan may, or what only an inspection may.
 */
function standsApart<Name extends string>(name: Name, remedy: string) {
  type Identities = { readonly [key in Name]?: string | undefined };
  type Parts = { readonly [part in 'remediation' | 'inspection']?: Identities | undefined };
  return ({ value, issues }: z.core.ParsePayload<Identities & Parts>) => {
    const reader = value[name]?.toLowerCase();
    if (reader === undefined) return;
    for (const part of ['remediation', 'inspection'] as const)
      if (value[part]?.[name]?.toLowerCase() === reader)
        issues.push({
          code: 'custom',
          input: value,
          path: [part, name],
          message: `is the identity that reads; ${remedy}`,
        });
  };
}

const ClientId = Uuid(
  'an application (client) id',
  'copy it from the identity or app registration that trusts aispm’s roles',
);

const AzureChanges = z.strictObject({
  /** The app registration that the tokens of Event Grid are for: its client id, or the URI that it is named by. */
  audience: text(
    /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?:api|https):\/\/[^\s/?#]{1,255}(?:\/[^\s?#]{0,255})?)$/,
    'an application id, in lower case, or an application id URI',
    'az ad app list --display-name aispm-changes --query [].appId prints it',
  ),
});

const Azure = z
  .strictObject({
    tenantId: Uuid('a tenant id', 'az account show --query tenantId prints it'),
    clientId: ClientId,
    /**
     * Who carries out approved remediations: an app registration of its own with the remediator role. Without
     * it, remediations are planned and cannot be acted on.
     */
    remediation: z.strictObject({ clientId: ClientId }).optional(),
    /** Who reads model files: an app registration of its own that may read the containers, and nothing else. */
    inspection: z.strictObject({ clientId: ClientId }).optional(),
    subscriptions: listOf(
      Uuid('a subscription id', 'az account list --query [].id prints them'),
      'subscription ids',
    ).optional(),
    managementGroup: text(
      /^[\w().-]{1,90}$/,
      'a management group id',
      'write its id, not its display name',
    ).optional(),
    /** Every subscription that the identity can see. The default. */
    discover: z.boolean({ error: 'is neither true nor false; write one of them' }).optional(),
    /** Has the fleet hear from Event Grid what changes, at a public address that lets nobody else in. */
    changes: AzureChanges.optional(),
  })
  .check(onlyOneOf('subscriptions', 'managementGroup', 'discover'))
  .check(standsApart('clientId', 'write the client id of an app registration of its own'));

const ServiceAccount = text(
  /^[a-z0-9-]+@[a-z0-9.-]+\.gserviceaccount\.com$/,
  'a service account',
  'write its e-mail address, ending in .gserviceaccount.com',
);

const GcpChanges = z.strictObject({
  /** In whose name the push subscription signs its requests; best one that nothing else uses and nothing is granted to. */
  pushServiceAccount: ServiceAccount,
  /** What the push subscription writes into its tokens as whom they are for. */
  audience: text(
    /^[\x21-\x7e]{1,1024}$/,
    'an audience',
    'write what --push-auth-token-audience of the subscription was given',
  ).default('aispm-changes'),
});

const Gcp = z
  .strictObject({
    projects: listOf(
      text(/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/, 'a project id', 'write the id, not the name or the number'),
      'project ids',
    ).optional(),
    organization: text(
      /^\d{6,20}$/,
      'an organization number',
      'gcloud organizations list prints it; write it in quotes',
    ).optional(),
    folder: text(/^\d{6,20}$/, 'a folder number', 'write its digits, in quotes').optional(),
    /** The workload identity pool provider that trusts aispm’s AWS role. */
    audience: text(
      /^\/\/iam\.googleapis\.com\/projects\/\d+\/locations\/global\/workloadIdentityPools\/[a-z0-9-]+\/providers\/[a-z0-9-]+$/,
      'a workload identity audience',
      'write //iam.googleapis.com/projects/<number>/locations/global/workloadIdentityPools/<pool>/providers/<provider>',
    ),
    /** Impersonated after the exchange; without it the federated identity itself reads. */
    serviceAccount: ServiceAccount.optional(),
    /**
     * Who carries out approved remediations: a service account of its own with the remediator role, impersonated
     * by the functions that remediate. Without it, remediations are planned and cannot be acted on.
     */
    remediation: z.strictObject({ serviceAccount: ServiceAccount }).optional(),
    /** Who reads model files: a service account of its own that may read the buckets, and nothing else. */
    inspection: z.strictObject({ serviceAccount: ServiceAccount }).optional(),
    /** Asked where Cloud Asset Inventory may not be read, and for the few kinds that it does not know. */
    regions: listOf(GcpRegion, 'regions').default(['us-central1']),
    /** Has the fleet hear from Pub/Sub what audit logs say, at a public address that lets nobody else in. */
    changes: GcpChanges.optional(),
  })
  .check(onlyOneOf('projects', 'organization', 'folder'))
  .check(standsApart('serviceAccount', 'write the address of a service account of its own'));

const Digest = z.strictObject({
  /** An SES identity of this account and region. */
  from: EmailAddress,
  to: listOf(EmailAddress, 'e-mail addresses').check(({ value, issues }) => {
    // SES takes 50 recipients in one message.
    if (value.length > 50)
      issues.push({
        code: 'custom',
        input: value,
        message: 'has more than 50 addresses; send to a distribution list',
      });
  }),
  schedule: ScheduleExpression.default('cron(0 6 ? * MON-FRI *)'),
});

const CHECK_ID = /^(aws|azure|gcp|aispm)(\.[a-z0-9-]+){1,3}$/;
const CheckId = text(CHECK_ID, 'a check id', 'aispm checks lists them: aws.s3.public-access-block');

const Policy = z.strictObject({
  check: CheckId,
  /** Scopes such as `aws/111122223333/eu-west-1`; `*` stands for any account or region. */
  scopes: listOf(
    text(
      /^(aws|azure|gcp)\/(\*|[A-Za-z0-9][\w:.-]{0,63})\/(\*|[a-z0-9-]{2,40})$/,
      'a scope',
      'write provider/account/region, such as aws/111122223333/*',
    ),
    'scopes',
  ),
  action: z.enum(['act', 'plan'], { error: 'is neither act nor plan; write one of them' }).default('act'),
});

const Remediation = z
  .strictObject({
    /** `plan-only` writes plans; `approval` acts once a person approves; `policy` also acts where a policy says so. */
    mode: z
      .enum(['plan-only', 'approval', 'policy'], {
        error: 'is not a mode; write plan-only, approval or policy',
      })
      .default('plan-only'),
    policies: z.array(Policy, { error: 'is not a list; write each policy after a dash' }).default([]),
    /** By action id: what plans take where nobody gives parameters, such as where logs go. */
    parameters: z
      .record(
        text(
          CHECK_ID,
          'an action id',
          'write provider.service.action, such as aws.bedrock.enable-invocation-logging',
        ),
        z.record(z.string(), z.json()),
      )
      .default({}),
  })
  .check(({ value, issues }) => {
    if (value.mode === 'policy' && value.policies.length === 0)
      issues.push({
        code: 'custom',
        input: value,
        path: ['policies'],
        message: 'is empty though the mode is policy; write a policy, or choose the mode approval',
      });
    if (value.mode !== 'policy' && value.policies.length > 0)
      issues.push({
        code: 'custom',
        input: value,
        path: ['mode'],
        message: `is ${value.mode}, so the policies would do nothing; write mode: policy, or remove them`,
      });
  });

/** Objects are data, which no reader of aispm is let at: which buckets are read is named one by one. */
const ModelFiles = z.strictObject({
  /** `s3://bucket`, `gs://bucket` or `az://account/container`; `*` stands for any text in a name. */
  places: listOf(
    text(
      /^(?:s3:\/\/[a-z0-9.*-]{1,63}|gs:\/\/[a-z0-9._*-]{1,222}|az:\/\/[a-z0-9*]{1,24}\/[a-z0-9$*-]{1,63})$/,
      'a place of model files',
      'write s3://bucket, gs://bucket or az://account/container, with * for any text',
    ),
    'places of model files',
  ),
  /** Whose signatures of models count; without it they are told of and not verified. */
  signers: Signers.optional(),
});

/** Clouds whose files are to be read need somebody who may read them. */
function hasInspectors({
  value,
  issues,
}: z.core.ParsePayload<{
  readonly modelFiles?: { readonly places: readonly string[] } | undefined;
  readonly azure?: { readonly inspection?: object | undefined } | undefined;
  readonly gcp?: { readonly inspection?: object | undefined } | undefined;
}>) {
  const clouds = [
    ['azure', 'az://', 'write under azure: inspection: {clientId: …}'],
    ['gcp', 'gs://', 'write under gcp: inspection: {serviceAccount: …}'],
  ] as const;
  for (const [cloud, scheme, remedy] of clouds) {
    const place = value.modelFiles?.places.find((one) => one.startsWith(scheme));
    if (place === undefined || !value[cloud] || value[cloud].inspection) continue;
    issues.push({
      code: 'custom',
      input: value,
      path: [cloud, 'inspection'],
      message: `is missing though modelFiles names ${place}; ${remedy}`,
    });
  }
}

/**
 * Everything that an operator decides. An empty one scans the account and region that aispm runs in, plans
 * remediations without acting, imports into Security Hub and sends no mail.
 */
export const FleetConfig = z
  .strictObject({
    aws: Aws.prefault({}),
    azure: Azure.optional(),
    gcp: Gcp.optional(),
    schedule: ScheduleExpression.default('rate(1 hour)'),
    digest: Digest.optional(),
    /** Tag keys, without regard to case, whose value names an asset’s owner; the first one present counts. */
    ownerTags: listOf(text(/^.{1,128}$/, 'a tag key', 'write 1 to 128 characters'), 'tag keys').default([
      'owner',
      'team',
    ]),
    securityHub: z
      .strictObject({
        enabled: z.boolean({ error: 'is neither true nor false; write one of them' }).default(true),
      })
      .prefault({}),
    remediation: Remediation.prefault({}),
    trainingJobs: z
      .strictObject({
        /** Finished jobs older than this are history and not judged; `all` asks for every job there ever was. */
        lookBackDays: z
          .union(
            [
              z
                .int()
                .min(1, 'is less than a day; write 1 to 90, or all')
                .max(90, 'is more than 90 days; write 1 to 90, or all'),
              z.literal('all'),
            ],
            { error: 'is neither a whole number of days nor all' },
          )
          .default(14),
      })
      .prefault({}),
    checks: z
      .strictObject({
        disabled: listOf(CheckId, 'check ids').optional(),
        /** Of those that are off unless they are named: what only says that something exists or is used. */
        enabled: listOf(CheckId, 'check ids').optional(),
      })
      .prefault({}),
    governance: Governance.prefault({}),
    alarms: z.strictObject({ email: EmailAddress.optional() }).prefault({}),
    /** Which model files are inspected; without it none is read. */
    modelFiles: ModelFiles.optional(),
  })
  .check(hasInspectors);
export type FleetConfig = z.infer<typeof FleetConfig>;

/** How many days of finished jobs are looked at; infinitely many where every job is asked for. */
export const jobHistoryDaysOf = ({ trainingJobs }: Pick<FleetConfig, 'trainingJobs'>): number =>
  trainingJobs.lookBackDays === 'all' ? Number.POSITIVE_INFINITY : trainingJobs.lookBackDays;
