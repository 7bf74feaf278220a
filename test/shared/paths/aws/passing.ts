import type { JsonObject } from '#shared/model/json.ts';
import type { AssetRow, TechniqueExamples } from '../estate.ts';
import { allow, deny, role, roleArn, user, userArn } from './statements.ts';

interface Passing {
  /** Who assumes the role that is passed. */
  readonly service: string;
  /** What the intern may do beside passing the role. */
  readonly actions: readonly string[];
  /** What keeps the intern from it in the other estate. */
  readonly unless:
    | { readonly trusted: string }
    | { readonly passedTo: string }
    | { readonly without: string }
    | { readonly denied: string }
    | { readonly bounded: readonly string[] }
    | { readonly otherRole: true };
}

/** An intern with little of their own, and a role with the training data. */
export function passing({ service, actions, unless }: Passing): TechniqueExamples {
  const target = roleArn('pricing-pipeline');
  const pass = (Condition?: JsonObject, on = target) => allow('iam:PassRole', on, Condition);
  const estate = (who: AssetRow, trusted = service) => [
    who,
    role('pricing-pipeline', trusted, allow('s3:GetObject', 'arn:aws:s3:::claims/*')),
  ];
  const passedTo = (to: string) => ({ StringEquals: { 'iam:PassedToService': to } });
  const may = (pass: JsonObject, but: readonly string[] = []) =>
    user('intern', pass, allow(actions.filter((action) => !but.includes(action))));

  const nearMiss = (): readonly AssetRow[] => {
    if ('trusted' in unless) return estate(may(pass()), unless.trusted);
    if ('passedTo' in unless) return estate(may(pass(passedTo(unless.passedTo))));
    if ('without' in unless) return estate(may(pass(), [unless.without]));
    if ('denied' in unless) return estate(user('intern', pass(), allow([...actions]), deny(unless.denied)));
    if ('otherRole' in unless) return estate(may(pass(undefined, roleArn('intern-own'))));
    return estate(bounded(may(pass()), unless.bounded));
  };
  return {
    target,
    by: userArn('intern'),
    path: estate(may('passedTo' in unless ? pass(passedTo(service)) : pass())),
    nearMiss: nearMiss(),
  };
}

/** The same user under a permissions boundary that allows these actions alone. */
const bounded = (who: AssetRow, actions: readonly string[]): AssetRow => ({
  ...who,
  config: {
    ...who.config,
    PermissionsBoundary: {
      PermissionsBoundaryType: 'Policy',
      PermissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/interns',
      Document: { Version: '2012-10-17', Statement: [allow([...actions])] },
    },
  },
});
