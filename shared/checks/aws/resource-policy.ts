import type { Asset } from '#shared/model/asset.ts';
import { judgedBy, type Predicate } from '#shared/model/predicate.ts';
import { conditionKeys, quoting, type Statement, statementsOf } from './policies.ts';

/** Conditions that hold a caller to an account, an organisation or a network of one’s own. */
const BINDING =
  /^aws:(?:source(?:account|arn|orgid|orgpaths|vpc|vpce|ip)|principal(?:account|arn|orgid|orgpaths)|calledvia(?:first|last)?)$/;

/** Whether a statement speaks only of such callers, or of all but such. */
export const isBound = (statement: Statement): boolean =>
  conditionKeys(statement).some((key) => BINDING.test(key.toLowerCase()));

/** Whether a statement lets everybody in the world act. */
export const isForEverybody = (statement: Statement): boolean =>
  statement.effect === 'Allow' &&
  statement.principals.some(({ kind, id }) => id === '*' && (kind === '*' || kind === 'AWS')) &&
  !isBound(statement);

/** The account of a principal that is written as an ARN or as twelve digits. */
const accountOf = (principal: string): string | undefined =>
  /^(\d{12})$/.exec(principal)?.[1] ?? /^arn:[^:]+:(?:iam|sts)::(\d{12}):/.exec(principal)?.[1];

/** Whether a statement lets an account act that is neither the asset’s own nor trusted. */
export const isForStrangers = (statement: Statement, ours: ReadonlySet<string>): boolean =>
  statement.effect === 'Allow' &&
  statement.principals.some(({ kind, id }) => {
    const account = kind === 'AWS' ? accountOf(id) : undefined;
    return account !== undefined && !ours.has(account);
  });

interface Reach {
  /** Which statements matter; all when left out. */
  readonly where?: (statement: Statement) => boolean;
  /** Other accounts count as well, unless `governance.trustedAccounts` names them. */
  readonly strangers?: boolean;
  /** What it means that there is no policy: nobody but the account’s own IAM. */
  readonly none: string;
}

/** A resource policy, decoded, that lets in everybody, or accounts that nobody has named as trusted. */
export const letsOutsidersIn = (
  path: string,
  { where = () => true, strangers = false, none }: Reach,
): Predicate =>
  judgedBy({
    sentence: strangers
      ? `a statement of \`${path}\` lets everybody, or an account that is not trusted, act`
      : `a statement of \`${path}\` lets everybody act`,
    reads: [path],
    judge: ({ config, scope }: Asset, { trustedAccounts = [] }) => {
      const expected = strangers
        ? 'no Allow for everybody or for accounts outside governance.trustedAccounts'
        : 'no Allow for everybody without a condition on who calls';
      if (config[path] === undefined)
        return { truth: false, evidence: [{ path, state: 'absent', expected, note: none }] };
      const statements = statementsOf(config[path], path);
      if (!statements) return { truth: undefined, evidence: [{ path, state: 'malformed', expected }] };
      const ours = new Set([scope.account, ...trustedAccounts]);
      const open = statements.filter(
        (statement) =>
          where(statement) && (isForEverybody(statement) || (strangers && isForStrangers(statement, ours))),
      );
      return { truth: open.length > 0, evidence: quoting(open, { path, expected, of: statements }) };
    },
  });
