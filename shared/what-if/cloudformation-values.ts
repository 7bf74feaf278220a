import { isUnread } from '#shared/model/coverage.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import type { Place } from './change.ts';
import { partitionIn } from './iam-edits.ts';
import { unknownValue } from './unknown-value.ts';

/** Longer texts are unknown: references that double each other would fill the memory. */
const LONGEST = 16_384;

export interface Resource {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: JsonObject;
}

/** The physical name of a resource and what Fn::GetAtt gives of it, as far as a file tells. */
export interface Naming {
  readonly ref: (resource: Resource, values: Values) => Json;
  readonly attribute: (resource: Resource, attribute: string, values: Values) => Json;
}

/**
 * Resolves intrinsic functions with the parameters' defaults or the values that are given. What cannot be told is an
 * unknown value in its place, never a guess.
 */
export class Values {
  readonly #template: JsonObject;
  readonly #place: Place;
  readonly #parameters: Readonly<Record<string, string>>;
  readonly #naming: Naming;
  readonly #known = new Map<string, Json>();
  readonly #open = new Set<string>();

  constructor(
    template: JsonObject,
    place: Place,
    parameters: Readonly<Record<string, string>>,
    naming: Naming,
  ) {
    this.#template = template;
    this.#place = place;
    this.#parameters = parameters;
    this.#naming = naming;
  }

  resolve(value: Json | undefined): Json {
    if (value === undefined || value === null) return null;
    if (Array.isArray(value))
      return value.map((element) => this.resolve(element)).filter((element) => !isNoValue(element));
    if (!isObject(value)) return value;
    const [name, ...others] = Object.keys(value);
    if (
      name !== undefined &&
      others.length === 0 &&
      (name === 'Ref' || name === 'Condition' || name.startsWith('Fn::'))
    )
      return this.#call(name, value[name]);
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, nested]) => [key, this.resolve(nested)] as const)
        .filter(([, nested]) => !isNoValue(nested)),
    );
  }

  #call(name: string, argument: Json | undefined): Json {
    switch (name) {
      case 'Ref':
        return typeof argument === 'string' ? this.#ref(argument) : unknownValue('Ref');
      case 'Condition':
        return typeof argument === 'string'
          ? (this.condition(argument) ?? unknownValue(`Conditions.${argument}`))
          : unknownValue(name);
      case 'Fn::GetAtt': {
        const [id, ...attribute] = Array.isArray(argument) ? argument : String(argument).split(/\.(.*)/s);
        return this.#attribute(String(id), attribute.filter((part) => part !== '').join('.'));
      }
      // Before its arguments are: nested ones would be resolved twice on every level.
      case 'Fn::If': {
        const [condition, yes, no] = Array.isArray(argument) ? argument : [];
        const holds = typeof condition === 'string' ? this.condition(condition) : undefined;
        return holds === undefined
          ? unknownValue(`Conditions.${String(condition)}`)
          : this.resolve(holds ? yes : no);
      }
      case 'Fn::Sub':
        return this.#sub(argument);
      case 'Fn::ToJsonString':
        return this.resolve(argument);
      default:
        break;
    }
    const given = this.resolve(argument);
    const parts = Array.isArray(given) ? given : [];
    switch (name) {
      case 'Fn::Join': {
        const [separator, texts] = parts;
        return typeof separator === 'string' && Array.isArray(texts)
          ? joined(texts, separator)
          : unknownIn(given, name);
      }
      case 'Fn::Split': {
        const [separator, text] = parts;
        return typeof separator === 'string' && separator !== '' && typeof text === 'string'
          ? text.split(separator)
          : unknownIn(given, name);
      }
      case 'Fn::Select': {
        const [index, list] = parts;
        return (Array.isArray(list) ? list[Number(index)] : undefined) ?? unknownIn(given, name);
      }
      case 'Fn::Equals':
        return parts.length === 2 && !parts.some(isUnread)
          ? String(parts[0]) === String(parts[1])
          : unknownIn(given, name);
      case 'Fn::Not':
        return typeof parts[0] === 'boolean' ? !parts[0] : unknownIn(given, name);
      case 'Fn::And':
        return parts.includes(false)
          ? false
          : parts.every((part) => part === true)
            ? true
            : unknownIn(given, name);
      case 'Fn::Or':
        return parts.includes(true)
          ? true
          : parts.every((part) => part === false)
            ? false
            : unknownIn(given, name);
      case 'Fn::FindInMap': {
        const mappings = this.#template['Mappings'];
        const found = parts.reduce<Json | undefined>(
          (within, key) =>
            isObject(within) && typeof key === 'string' && Object.hasOwn(within, key)
              ? within[key]
              : undefined,
          mappings,
        );
        return found ?? unknownIn(given, name);
      }
      default:
        return unknownValue(name);
    }
  }

  /** `undefined` where it cannot be told. */
  condition(name: string): boolean | undefined {
    const conditions = this.#template['Conditions'];
    if (!isObject(conditions) || !Object.hasOwn(conditions, name)) return undefined;
    const value = this.#once(`condition ${name}`, () => this.resolve(conditions[name]));
    return typeof value === 'boolean' ? value : undefined;
  }

  resource(logicalId: string): Resource | undefined {
    const resources = this.#template['Resources'];
    const found =
      isObject(resources) && Object.hasOwn(resources, logicalId) ? resources[logicalId] : undefined;
    if (!isObject(found) || typeof found['Type'] !== 'string') return undefined;
    return {
      logicalId,
      type: found['Type'],
      properties: isObject(found['Properties']) ? found['Properties'] : {},
    };
  }

  #ref(name: string): Json {
    const { account, region } = this.#place;
    const pseudo: Readonly<Record<string, Json>> = {
      'AWS::AccountId': account,
      'AWS::Region': region,
      'AWS::Partition': partitionIn(region),
      'AWS::URLSuffix': partitionIn(region) === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com',
      'AWS::NoValue': NO_VALUE,
    };
    if (Object.hasOwn(pseudo, name)) return pseudo[name] ?? unknownValue(name);
    if (Object.hasOwn(this.#parameters, name)) return this.#parameters[name] ?? unknownValue(name);
    const parameters = this.#template['Parameters'];
    const parameter = isObject(parameters) && Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (isObject(parameter)) {
      const { Default: byDefault, Type: type } = parameter;
      // The value of such a parameter is fetched when the stack is made.
      if (byDefault === undefined || String(type).startsWith('AWS::SSM::'))
        return unknownValue(`Parameters.${name}`);
      return /List|CommaDelimited/.test(String(type))
        ? String(byDefault)
            .split(',')
            .map((part) => part.trim())
        : byDefault;
    }
    const resource = this.resource(name);
    return resource ? this.#once(`ref ${name}`, () => this.#naming.ref(resource, this)) : unknownValue(name);
  }

  #attribute(logicalId: string, attribute: string): Json {
    const resource = this.resource(logicalId);
    if (!resource) return unknownValue(`${logicalId}.${attribute}`);
    return this.#once(`${logicalId}.${attribute}`, () => this.#naming.attribute(resource, attribute, this));
  }

  #sub(argument: Json | undefined): Json {
    const [text, own] = Array.isArray(argument) ? argument : [argument];
    if (typeof text !== 'string') return unknownValue('Fn::Sub');
    const parts = text.split(/(\$\{[^}]*\})/).map((part): Json => {
      const [, name] = /^\$\{([^}]*)\}$/.exec(part) ?? [];
      if (name === undefined) return part;
      // `${!Literal}` stays as `${Literal}`.
      if (name.startsWith('!')) return `\${${name.slice(1)}}`;
      if (isObject(own) && Object.hasOwn(own, name)) return this.resolve(own[name]);
      const dot = name.indexOf('.');
      return dot < 0 ? this.#ref(name) : this.#attribute(name.slice(0, dot), name.slice(dot + 1));
    });
    return joined(parts, '');
  }

  /** Each name is resolved once; one that leads back to itself is unknown. */
  #once(key: string, resolve: () => Json): Json {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#open.has(key)) return unknownValue(key);
    this.#open.add(key);
    const value = resolve();
    this.#open.delete(key);
    this.#known.set(key, value);
    return value;
  }
}

/** What `AWS::NoValue` leaves behind: the property is taken away. */
const NO_VALUE: JsonObject = { 'AWS::NoValue': true };
const isNoValue = (value: Json): boolean => isObject(value) && value['AWS::NoValue'] === true;

function joined(texts: readonly Json[], separator: string): Json {
  const unknown = texts.find(isUnread);
  if (unknown !== undefined) return unknown;
  if (texts.some((text) => typeof text === 'object')) return unknownValue('Fn::Join');
  const length = texts.reduce<number>((sum, text) => sum + String(text).length + separator.length, 0);
  return length > LONGEST ? unknownValue('a text that is too long') : texts.join(separator);
}

const unknownIn = (given: Json, name: string): Json => {
  const unknown = Array.isArray(given) ? given.find(isUnread) : undefined;
  return unknown ?? unknownValue(name);
};
