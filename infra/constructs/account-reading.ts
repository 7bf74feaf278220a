import { Aws } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { readActions } from '../permissions.ts';
import { acknowledgeWildcardResource } from './acknowledge.ts';

/**
 * A managed policy holds 6,144 characters, and what a role has of its own 10,240 in all: several policies, and the
 * same for all roles. IAM does not count white space; this leaves room for the frame around the actions.
 */
const LONGEST_ACTIONS = 4_000;

/** What reading an account takes, as managed policies. */
export class AccountReading extends Construct {
  readonly #policies: readonly ManagedPolicy[];

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.#policies = pieces(readActions()).map(
      (actions, index) =>
        new ManagedPolicy(this, `Policy${index + 1}`, {
          description: `aispm reads configurations (${index + 1})`,
          statements: [...Map.groupBy(actions, serviceOf)].map(
            ([service, ofService]) =>
              new PolicyStatement({
                sid: `Read${service.replaceAll(/[^A-Za-z0-9]/g, '')}`,
                actions: ofService,
                // API Gateway authorises by HTTP method: GET on whatever it has, and on nothing else.
                resources: service === 'apigateway' ? [`arn:${Aws.PARTITION}:apigateway:*::/*`] : ['*'],
              }),
          ),
        }),
    );
    acknowledgeWildcardResource(
      this,
      '*',
      'Configurations of everything in an account are read, which no list of ARNs can name beforehand; the actions are named one by one, read-only, and exactly those that the connectors declare.',
    );
    acknowledgeWildcardResource(
      this,
      'arn:<AWS::Partition>:apigateway:*::/*',
      'API Gateway authorises reading by HTTP method and path; GET of every API is what it takes to find those in front of models.',
    );
  }

  grantTo(role: Role): void {
    for (const policy of this.#policies) role.addManagedPolicy(policy);
  }
}

/** The actions in pieces that each fit a managed policy. */
function pieces(actions: readonly string[]): string[][] {
  const all: string[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const action of actions) {
    length += action.length + '"",'.length;
    if (length > LONGEST_ACTIONS) {
      all.push([]);
      length = action.length;
    }
    all.at(-1)?.push(action);
  }
  return all;
}

const serviceOf = (action: string): string => action.split(':', 1)[0] ?? action;
