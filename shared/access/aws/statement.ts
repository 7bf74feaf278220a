import { type PolicyStatement, policyDocument } from '#shared/assets/aws/policy-document.ts';
import { type Condition, conditionOf } from './conditions/condition.ts';
import { type Template, templateOf, widest } from './conditions/variables.ts';
import { actionPattern, matches, type Pattern, resourcePattern } from './pattern.ts';

/** A policy read once, to be asked many times. */
export interface Policy {
  /** Its ARN or name, for people. */
  readonly source: string;
  readonly statements: readonly Statement[];
}

export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  /** The policy’s {@link Policy.source}. */
  readonly source: string;
  /** Its `Sid`, or its number in the policy from 1. */
  readonly name: string;
  readonly actions: Actions;
  /** `undefined` in a trust policy, which speaks of the role that it is on. */
  readonly resources: Resources | undefined;
  /** In policies of resources only. */
  readonly principals: Principals | undefined;
  readonly conditions: readonly Condition[];
}

export interface Actions {
  /** Everything but these. */
  readonly isNot: boolean;
  /** Those without a wildcard, in lower case. */
  readonly names: ReadonlySet<string>;
  /** The others; to be matched in lower case. */
  readonly patterns: readonly Pattern[];
}

export interface Resources {
  /** Everything but these. */
  readonly isNot: boolean;
  readonly patterns: readonly Pattern[];
  /** Those with variables. */
  readonly templates: readonly ResourceTemplate[];
}

export interface ResourceTemplate extends Template {
  /** Matches whatever the template may come to. */
  readonly widest: Pattern;
}

export interface Principals {
  /** Everybody but these. */
  readonly isNot: boolean;
  readonly everybody: boolean;
  /** ARNs of users, roles and sessions, and unique ids of those that are gone. */
  readonly identities: ReadonlySet<string>;
  /** Accounts as a whole: given as twelve digits, or as the ARN of the root. */
  readonly accounts: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
  /** ARNs of SAML and OIDC providers, and hosts such as `accounts.google.com`. */
  readonly federated: ReadonlySet<string>;
}

/** A policy that does not say what it means: nothing may be concluded from it. */
export interface Malformed {
  readonly source: string;
  /** “statement 2 has both Action and NotAction” */
  readonly malformed: string;
}

/** Reads a document that was decoded from its JSON. */
export function parsePolicy(source: string, document: unknown): Policy | Malformed {
  const parsed = policyDocument.safeParse(document);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { source, malformed: `${issue?.path.join('.') || 'policy'}: ${issue?.message ?? 'not a policy'}` };
  }
  const { Version, Statement: written } = parsed.data;
  const hasVariables = Version === '2012-10-17';
  const list = Array.isArray(written) ? written : [written];
  const statements: Statement[] = [];
  for (const [index, statement] of list.entries()) {
    const flaw = flawOf(statement);
    if (flaw) return { source, malformed: `statement ${index + 1} ${flaw}` };
    statements.push(read(statement, { source, name: statement.Sid || String(index + 1), hasVariables }));
  }
  return { source, statements };
}

function flawOf(statement: PolicyStatement): string | undefined {
  const { Action, NotAction, Resource, NotResource, Principal, NotPrincipal } = statement;
  if (Action !== undefined && NotAction !== undefined) return 'has both Action and NotAction';
  if (Action === undefined && NotAction === undefined) return 'has neither Action nor NotAction';
  if (Resource !== undefined && NotResource !== undefined) return 'has both Resource and NotResource';
  if (Principal !== undefined && NotPrincipal !== undefined) return 'has both Principal and NotPrincipal';
  return undefined;
}

interface Place {
  readonly source: string;
  readonly name: string;
  readonly hasVariables: boolean;
}

function read(statement: PolicyStatement, { source, name, hasVariables }: Place): Statement {
  const { Effect, Action, NotAction, Resource, NotResource, Principal, NotPrincipal, Condition } = statement;
  const resources = Resource ?? NotResource;
  const principals = Principal ?? NotPrincipal;
  return {
    effect: Effect,
    source,
    name,
    actions: actionsOf(listOf(Action ?? NotAction ?? []), NotAction !== undefined),
    resources:
      resources === undefined
        ? undefined
        : resourcesOf(listOf(resources), NotResource !== undefined, hasVariables),
    principals: principals === undefined ? undefined : principalsOf(principals, NotPrincipal !== undefined),
    conditions: Object.entries(Condition ?? {}).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, values]) =>
        conditionOf({ operator, key, values: listOf(values).map(String), hasVariables }),
      ),
    ),
  };
}

const listOf = <Value>(value: Value | Value[]): readonly Value[] => (Array.isArray(value) ? value : [value]);

function actionsOf(written: readonly string[], isNot: boolean): Actions {
  const patterns = written.map(actionPattern);
  return {
    isNot,
    names: new Set(patterns.flatMap(({ isText, prefix }) => (isText ? [prefix] : []))),
    patterns: patterns.filter(({ isText }) => !isText),
  };
}

function resourcesOf(written: readonly string[], isNot: boolean, hasVariables: boolean): Resources {
  const patterns: Pattern[] = [];
  const templates: ResourceTemplate[] = [];
  for (const each of written) {
    const template = hasVariables ? templateOf(each) : each;
    if (typeof template === 'string') patterns.push(resourcePattern(template));
    else templates.push({ ...template, widest: resourcePattern(widest(template)) });
  }
  return { isNot, patterns, templates };
}

const ACCOUNT = /^(?:\d{12}|arn:[^:]+:iam::(\d{12}):root)$/;

function principalsOf(written: NonNullable<PolicyStatement['Principal']>, isNot: boolean): Principals {
  const identities = new Set<string>();
  const accounts = new Set<string>();
  const services = new Set<string>();
  const federated = new Set<string>();
  let everybody = written === '*';
  for (const [kind, ids] of written === '*' ? [] : Object.entries(written))
    for (const id of listOf(ids)) {
      const account = ACCOUNT.exec(id);
      if (id === '*' && (kind === 'AWS' || kind === '*')) everybody = true;
      else if (kind === 'Service') services.add(id);
      else if (kind === 'Federated') federated.add(id);
      else if (account) accounts.add(account[1] ?? id);
      else identities.add(id);
    }
  return { isNot, everybody, identities, accounts, services, federated };
}

/** Whether a statement speaks of an action. `action` in lower case. */
export const speaksOf = ({ isNot, names, patterns }: Actions, action: string): boolean =>
  (names.has(action) || patterns.some((pattern) => matches(pattern, action))) !== isNot;
