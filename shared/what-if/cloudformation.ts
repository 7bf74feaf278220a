import { parseDocument } from 'yaml';
import * as z from 'zod';
import { isObject, type Json, JsonObject } from '#shared/model/json.ts';
import { type Destination, MOST_RESOURCES, type ResourceChange, WhatIfError } from './change.ts';

const Template = z.looseObject({
  Parameters: z.record(z.string(), z.looseObject({ Default: z.json().optional() })).optional(),
  Resources: z.record(z.string(), z.looseObject({ Type: z.string(), Properties: JsonObject.optional() })),
});

/** The short forms of CloudFormation’s functions in YAML. Source: its user guide, “Intrinsic function reference”. */
const FUNCTIONS = [
  'Base64',
  'Cidr',
  'FindInMap',
  'GetAtt',
  'GetAZs',
  'If',
  'ImportValue',
  'Join',
  'Select',
  'Split',
  'Sub',
  'Transform',
  'And',
  'Equals',
  'Not',
  'Or',
  'ForEach',
  'Length',
  'ToJsonString',
] as const;

const tag = (name: string, key: string) => {
  const wrap = (value: unknown) => ({ [key]: value });
  return [
    {
      tag: `!${name}`,
      resolve: (text: string) =>
        wrap(
          name === 'GetAtt' ? [text.slice(0, text.indexOf('.')), text.slice(text.indexOf('.') + 1)] : text,
        ),
    },
    {
      tag: `!${name}`,
      collection: 'seq' as const,
      resolve: (list: { toJSON(): unknown }) => wrap(list.toJSON()),
    },
    {
      tag: `!${name}`,
      collection: 'map' as const,
      resolve: (map: { toJSON(): unknown }) => wrap(map.toJSON()),
    },
  ];
};

const customTags = [
  ...tag('Ref', 'Ref'),
  ...tag('Condition', 'Condition'),
  ...FUNCTIONS.flatMap((name) => tag(name, `Fn::${name}`)),
];

/** Whether a text is likely a template: it says so, or has resources with types of AWS. */
export const isTemplate = (value: Json): boolean =>
  isObject(value) && isObject(value['Resources']) && !('resource_changes' in value);

/**
 * A template’s text as JSON. Throws a WhatIfError where it is neither YAML nor JSON. Aliases are counted, so that a few
 * lines cannot become gigabytes.
 */
export function parseTemplateText(text: string, file: string): Json {
  const document = parseDocument(text, { customTags, merge: false, logLevel: 'silent' } as never);
  const [error] = document.errors;
  if (error) throw new WhatIfError(`${file}: ${error.message.split('\n', 1)[0]}; YAML or JSON is wanted`);
  try {
    return document.toJS({ maxAliasCount: 50 }) as Json;
  } catch (problem) {
    throw new WhatIfError(`${file}: ${problem instanceof Error ? problem.message : 'cannot be read'}`);
  }
}

/** The resources of a template, with references put in place as far as they can be told. */
export function changesOfTemplate(value: Json, file: string, destination: Destination): ResourceChange[] {
  const parsed = Template.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new WhatIfError(
      `${file}: ${issue?.path.join('.') || 'the template'} ${issue?.message ?? 'is wrong'}; a CloudFormation template has Resources, each with a Type`,
    );
  }
  const { Resources, Parameters = {} } = parsed.data;
  const entries = Object.entries(Resources);
  if (entries.length > MOST_RESOURCES)
    throw new WhatIfError(
      `${file}: Resources has ${entries.length} entries; up to ${MOST_RESOURCES} are looked at`,
    );
  const names = new Map(
    entries.map(([id, { Type, Properties = {} }]) => [id, nameOf(Type, id, Properties, destination)]),
  );
  const resolver = new Resolver(names, Parameters, destination);
  return entries.map(([id, { Type, Properties = {} }]) => ({
    address: `Resources.${id}`,
    type: Type,
    action: 'put' as const,
    properties: { ...resolver.object(Properties), $name: names.get(id)?.name ?? id },
  }));
}

/** Properties in which a resource’s own name stands, by type; the logical id where it gives none. */
const NAME_PROPERTY =
  /^(?:RoleName|UserName|GroupName|PolicyName|ManagedPolicyName|FunctionName|BucketName|NotebookInstanceName|ModelName|EndpointName|EndpointConfigName|AgentName|AgentRuntimeName|Name)$/;

interface Named {
  readonly name: string;
  readonly arn: string;
}

const ARN: Readonly<Record<string, (name: string, at: Destination) => string>> = {
  'AWS::IAM::Role': (name, { account }) => `arn:aws:iam::${account}:role/${name}`,
  'AWS::IAM::User': (name, { account }) => `arn:aws:iam::${account}:user/${name}`,
  'AWS::IAM::ManagedPolicy': (name, { account }) => `arn:aws:iam::${account}:policy/${name}`,
  'AWS::S3::Bucket': (name) => `arn:aws:s3:::${name}`,
  'AWS::Lambda::Function': (name, { account, region }) =>
    `arn:aws:lambda:${region}:${account}:function:${name}`,
};

function nameOf(type: string, id: string, properties: JsonObject, at: Destination): Named {
  const named = Object.entries(properties).find(
    ([key, value]) => NAME_PROPERTY.test(key) && typeof value === 'string' && value !== '',
  )?.[1];
  const name = typeof named === 'string' ? named : id;
  const short = type.split('::').slice(1).join('/').toLowerCase();
  return {
    name,
    arn: ARN[type]?.(name, at) ?? `arn:aws:${short.replace('/', `:${at.region}:${at.account}:`)}/${name}`,
  };
}

/** Puts references in the place of functions. What only CloudFormation knows becomes a text that fits nothing. */
class Resolver {
  readonly #names: ReadonlyMap<string, Named>;
  readonly #parameters: Readonly<Record<string, { readonly Default?: Json | undefined }>>;
  readonly #at: Destination;

  constructor(
    names: ReadonlyMap<string, Named>,
    parameters: Readonly<Record<string, { readonly Default?: Json | undefined }>>,
    at: Destination,
  ) {
    this.#names = names;
    this.#parameters = parameters;
    this.#at = at;
  }

  object(value: JsonObject): JsonObject {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, this.value(inner)]));
  }

  value(value: Json | undefined): Json {
    if (value === undefined) return null;
    if (Array.isArray(value)) return value.map((inner) => this.value(inner));
    if (!isObject(value)) return value;
    const [entry, ...more] = Object.entries(value);
    if (!entry || more.length > 0) return this.object(value);
    const [name, argument] = entry;
    switch (name) {
      case 'Ref':
        return this.#reference(String(argument));
      case 'Fn::GetAtt': {
        const [id = '', attribute = ''] = Array.isArray(argument)
          ? argument.map(String)
          : String(argument).split('.');
        const named = this.#names.get(id);
        if (!named) return unresolved(`${id}.${attribute}`);
        return /Arn$/.test(attribute) ? named.arn : unresolved(`${id}.${attribute}`);
      }
      case 'Fn::Sub':
        return this.#substituted(argument);
      case 'Fn::Join': {
        const [separator, parts] = Array.isArray(argument) ? argument : [];
        const joined = this.value(parts ?? null);
        return Array.isArray(joined) ? joined.map(String).join(String(separator)) : unresolved('Join');
      }
      case 'Fn::If':
        // Which branch is taken is decided by conditions that parameters may change: the first is the one described.
        return Array.isArray(argument) ? this.value(argument[1] ?? null) : unresolved('If');
      default:
        return name.startsWith('Fn::') ? unresolved(name.slice(4)) : this.object(value);
    }
  }

  #reference(id: string): Json {
    const pseudo: Readonly<Record<string, string>> = {
      'AWS::AccountId': this.#at.account,
      'AWS::Region': this.#at.region,
      'AWS::Partition': 'aws',
      'AWS::URLSuffix': 'amazonaws.com',
    };
    const parameter = this.#parameters[id]?.Default;
    return pseudo[id] ?? this.#names.get(id)?.name ?? parameter ?? unresolved(id);
  }

  #substituted(argument: Json | undefined): Json {
    const [template, own] = Array.isArray(argument) ? argument : [argument, {}];
    const variables = isObject(own) ? own : {};
    return String(template).replaceAll(/\$\{(!?)([^}]+)\}/g, (whole, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      const variable = variables[name];
      if (variable !== undefined) return String(this.value(variable));
      // Policy variables such as ${aws:username} are none of CloudFormation’s.
      if (/^[a-z]/.test(name)) return whole;
      const [id = '', attribute] = name.split('.');
      return String(this.value(attribute === undefined ? { Ref: id } : { 'Fn::GetAtt': [id, attribute] }));
    });
  }
}

/** A text that no pattern of a policy fits but `*`. */
const unresolved = (name: string): string => `unresolved-${name.replaceAll(/[^\w.-]/g, '-')}`;
