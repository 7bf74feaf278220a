import type { Asset } from '#shared/model/asset.ts';
import { judgedBy, type Predicate } from '#shared/model/predicate.ts';
import { conditionKeys, covers, quoting, type Statement, statementsOf } from './policies.ts';

/** Conditions that hold a caller to an account, an organisation or a network of one’s own. */
const BINDING =
  /^(?:aws:(?:source(?:account|arn|owner|orgid|orgpaths|vpc|vpce|ip)|principal(?:account|arn|orgid|orgpaths)|userid)|s3:dataaccesspoint(?:account|arn)|kms:calleraccount)$/;

/** Those that name the account. */
const OF_ACCOUNT =
  /^(?:aws:(?:source(?:account|owner)|principal(?:account|arn))|s3:dataaccesspointaccount|kms:calleraccount)$/;

/** Calls of AWS’s own services are commonly spared where callers are refused. */
const SPARING = /^aws:(?:principalisawsservice|viaawsservice)$/;

/** Neither `IfExists` nor `ForAllValues` holds anybody whose request lacks the key. */
const HOLDS_TO = /^(?:ForAnyValue:)?(?:String(?:Equals(?:IgnoreCase)?|Like)|Arn(?:Equals|Like)|IpAddress)$/i;
const REFUSES_ALL_BUT =
  /^(?:For(?:Any|All)Values?:)?(?:StringNot(?:Equals(?:IgnoreCase)?|Like)|ArnNot(?:Equals|Like)|NotIpAddress)(?:IfExists)?$/i;

/** Values that everybody has: `*`, every address, an ARN of whatever account. */
function isAnybodys(value: string): boolean {
  if (/^(?:[*?]*|o-\*|0\.0\.0\.0\/0|::\/0)$/.test(value)) return true;
  if (!value.startsWith('arn:')) return false;
  const [, , service, , account, ...resource] = value.split(':');
  const isWhole = /^\*?$/.test(resource.join(':'));
  return service === 's3' || account === '' ? isWhole : (account?.includes('*') ?? true);
}

/** The values that a statement holds callers to, or with `REFUSES_ALL_BUT` the ones that it spares, by key. */
const boundBy = ({ condition }: Statement, operators: RegExp): (readonly [string, readonly string[]])[] =>
  Object.entries(condition).flatMap(([operator, keys]) =>
    operators.test(operator)
      ? Object.entries(keys).filter(
          ([key, values]) => BINDING.test(key) && values.length > 0 && !values.some(isAnybodys),
        )
      : [],
  );

/** `NotPrincipal` lets in whoever it does not name. */
const namesEverybody = ({ principals, written }: Statement): boolean =>
  written['NotPrincipal'] !== undefined ||
  principals.some(({ kind, id }) => id === '*' && (kind === '*' || kind === 'AWS'));

/** Whether a statement lets everybody in the world act. */
export const isForEverybody = (statement: Statement): boolean =>
  statement.effect === 'Allow' && namesEverybody(statement) && boundBy(statement, HOLDS_TO).length === 0;

/** What anybody’s request can be: sent over TLS, with a second factor, now, to this region. */
const ANYBODYS =
  /^aws:(?:securetransport|multifactorauth(?:present|age)|currenttime|epochtime|tokenissuetime|requestedregion|useragent|referer|principaltype|viaawsservice|principalisawsservice|calledvia(?:first|last)?)$/;

/** Whether a statement lets everybody in the world act, and none of its conditions, of whatever kind, keeps any out. */
export const isForEverybodyAtAll = (statement: Statement): boolean =>
  isForEverybody(statement) &&
  conditionKeys(statement).every((key) => BINDING.test(key) || ANYBODYS.test(key));

/** The account of a principal that is written as an ARN or as twelve digits. */
const accountOf = (principal: string): string | undefined =>
  /^(\d{12})$/.exec(principal)?.[1] ?? /^arn:[^:]+:(?:iam|sts)::(\d{12}):/.exec(principal)?.[1];

/** Whom a statement lets in by name: its principals, or where those are everybody, whom its conditions name. */
const namedBy = (statement: Statement): readonly string[] =>
  namesEverybody(statement)
    ? boundBy(statement, HOLDS_TO).flatMap(([key, values]) => (OF_ACCOUNT.test(key) ? values : []))
    : statement.principals.flatMap(({ kind, id }) => (kind === 'AWS' ? [id] : []));

/** Whether a statement lets an account act that is neither the asset’s own nor trusted. */
export const isForStrangers = (statement: Statement, ours: ReadonlySet<string>): boolean =>
  statement.effect === 'Allow' &&
  namedBy(statement).some((named) => {
    const account = accountOf(named);
    return account !== undefined && !ours.has(account);
  });

/** Whether a Deny takes from everybody but those whom its conditions spare all that the Allow gives. */
function refusesOutsiders(denial: Statement, allowed: Statement): boolean {
  if (denial.effect !== 'Deny' || denial.notActions.length > 0) return false;
  if (denial.written['NotResource'] !== undefined || !namesEverybody(denial)) return false;
  const actions = allowed.notActions.length > 0 ? ['*'] : allowed.actions;
  // A policy on a resource is of one service: all of that is all.
  const refusesAll = denial.actions.some((action) => /^(?:\*|[a-z0-9-]+:\*)$/i.test(action));
  const covered =
    refusesAll || actions.every((action) => denial.actions.some((pattern) => covers(pattern, action)));
  const reached =
    denial.resources.length === 0 ||
    allowed.resources.every((resource) => denial.resources.some((pattern) => covers(pattern, resource)));
  if (!covered || !reached) return false;
  const keys = conditionKeys(denial);
  if (denial.written['NotPrincipal'] !== undefined && keys.length === 0) return true;
  const spared = new Set(boundBy(denial, REFUSES_ALL_BUT).map(([key]) => key));
  return spared.size > 0 && keys.every((key) => spared.has(key) || SPARING.test(key));
}

/** Less the statements whose outsiders a Deny of the same policy refuses again. */
export const notRefused = (open: readonly Statement[], all: readonly Statement[]): Statement[] =>
  open.filter((statement) => !all.some((denial) => refusesOutsiders(denial, statement)));

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
      const allowing = statements.filter(
        (statement) =>
          where(statement) && (isForEverybody(statement) || (strangers && isForStrangers(statement, ours))),
      );
      const open = notRefused(allowing, statements);
      return { truth: open.length > 0, evidence: quoting(open, { path, expected, of: statements }) };
    },
  });
