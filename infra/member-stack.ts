import { CfnParameter, Stack, type StackProps } from 'aws-cdk-lib';
import { AccountPrincipal, type PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { MEMBER_ROLES } from '#shared/config/roles.ts';
import type { FleetConfig } from '#shared/config/schema.ts';
import { AccountReading } from './constructs/account-reading.ts';
import { acknowledgeWildcardResource } from './constructs/acknowledge.ts';
import { acknowledgeModelFiles, mayReadModelFiles, modelBuckets } from './model-files.ts';
import { mayImportFindings, mayRemediate } from './permissions.ts';
import { functionRoleArn } from './roles.ts';

export interface MemberStackProps extends StackProps {
  readonly config: FleetConfig;
  /** The name of the fleet's own stack. */
  readonly fleet: string;
}

/**
 * What each scanned account grants the fleet. IAM is global, so a StackSet deploys it to one region of each
 * account. The template stands alone: it has no assets, and parameters say whom to trust.
 */
export class MemberStack extends Stack {
  readonly #fleet: string;
  readonly #fleetAccount: string;
  readonly #externalId: string | undefined;

  constructor(scope: Construct, id: string, { config, fleet, ...props }: MemberStackProps) {
    super(scope, id, props);
    this.#fleet = fleet;
    this.#fleetAccount = new CfnParameter(this, 'FleetAccountId', {
      description: 'The account that aispm runs in',
      allowedPattern: '\\d{12}',
    }).valueAsString;
    const { externalId } = config.aws;
    this.#externalId =
      externalId &&
      new CfnParameter(this, 'ExternalId', {
        description: 'aws.externalId of the config of aispm; no secret',
        allowedPattern: '[\\w+=,.@:/-]{2,1224}',
        default: externalId,
      }).valueAsString;

    new AccountReading(this, 'Reading').grantTo(
      this.#role('Reader', config.aws.readerRoleName, 'reader', []),
    );
    if (config.securityHub.enabled) {
      const importer = this.#role('Importer', config.aws.importerRoleName, 'importer', [
        mayImportFindings('*'),
      ]);
      acknowledgeWildcardResource(
        importer,
        'arn:<AWS::Partition>:securityhub:*:<AWS::AccountId>:product/<AWS::AccountId>/default',
        'Findings are imported in each region that the fleet scans; the template is the same for all fleets.',
      );
    }
    const buckets = modelBuckets(config);
    if (buckets.length > 0) {
      const inspector = this.#role(
        'Inspector',
        config.aws.inspectorRoleName,
        'inspector',
        mayReadModelFiles(buckets),
      );
      acknowledgeModelFiles(inspector, buckets);
    }
    if (config.remediation.mode !== 'plan-only') {
      const remediator = this.#role(
        'Remediator',
        config.aws.remediatorRoleName,
        'remediator',
        mayRemediate(),
      );
      acknowledgeRemediation(remediator);
    }
  }

  #role(
    id: string,
    roleName: string,
    kind: keyof typeof MEMBER_ROLES,
    may: readonly PolicyStatement[],
  ): Role {
    const role = new Role(this, id, {
      roleName,
      description: `aispm ${kind}`,
      assumedBy: new AccountPrincipal(this.#fleetAccount).withConditions({
        ...(this.#externalId && { StringEquals: { 'sts:ExternalId': this.#externalId } }),
        ArnEquals: {
          'aws:PrincipalArn': MEMBER_ROLES[kind].map((name) =>
            functionRoleArn(this.#fleetAccount, this.#fleet, name),
          ),
        },
      }),
    });
    for (const statement of may) role.addToPolicy(statement);
    return role;
  }
}

/** Why remediating has wildcards in resources. */
export function acknowledgeRemediation(role: Role): void {
  acknowledgeWildcardResource(
    role,
    '*',
    'Settings of an account and region, such as Bedrock’s invocation logging, know no resource.',
  );
  acknowledgeWildcardResource(
    role,
    'arn:<AWS::Partition>:iam::*:role/*',
    'An undo hands back a role that nobody knows beforehand; it is only passed to the one service that the condition names.',
  );
  acknowledgeWildcardResource(
    role,
    'arn:<AWS::Partition>:s3:::*',
    'Any bucket may have a finding. The actions are those of the public access block alone, on a plan that a person or a policy approved.',
  );
}
