import {
  type CollectionTag,
  Pair,
  parseDocument,
  Scalar,
  type ScalarTag,
  type Tags,
  YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { UnusableFile } from './unusable-file.ts';

/** Intrinsic functions by their short tags. Source: CloudFormation Template Reference, “Intrinsic function reference”. */
const FUNCTIONS = [
  'And',
  'Base64',
  'Cidr',
  'Equals',
  'FindInMap',
  'GetAtt',
  'GetAZs',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Not',
  'Or',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
];
const REFERENCES = ['Ref', 'Condition'];

const longName = (short: string): string => (REFERENCES.includes(short) ? short : `Fn::${short}`);

const scalarTag = (short: string): ScalarTag => ({
  tag: `!${short}`,
  resolve: (text) => ({ [longName(short)]: short === 'GetAtt' ? attributeOf(text) : text }),
});

/** `Role.Arn`: the resource up to the first dot. */
const attributeOf = (text: string): string[] => {
  const dot = text.indexOf('.');
  return dot < 0 ? [text] : [text.slice(0, dot), text.slice(dot + 1)];
};

const collectionTag = (short: string, collection: 'seq' | 'map'): CollectionTag => ({
  tag: `!${short}`,
  collection,
  resolve: (node) => {
    const wrapped = new YAMLMap();
    wrapped.items.push(new Pair(new Scalar(longName(short)), node as YAMLMap | YAMLSeq));
    return wrapped;
  },
});

const customTags: Tags = [...FUNCTIONS, ...REFERENCES].flatMap((short) => [
  scalarTag(short),
  collectionTag(short, 'seq'),
  collectionTag(short, 'map'),
]);

/** How often aliases may be followed: CloudFormation templates hold few, and a bomb of them many. */
const MOST_ALIASES = 100;
const DEEPEST = 100;

/** A template in YAML or JSON as an object with the long names of functions. Throws an {@link UnusableFile}. */
export function templateFrom(text: string): JsonObject {
  const template = read(text);
  if (!isObject(template))
    throw new UnusableFile(
      'the file',
      'its outermost value is no mapping',
      'give a CloudFormation template, with Resources',
    );
  if (deeperThan(template, DEEPEST))
    throw new UnusableFile(
      'the file',
      `it is nested more than ${DEEPEST} levels deep`,
      'no template needs that: check the file',
    );
  return template;
}

function read(text: string): unknown {
  try {
    const document = parseDocument(text, { customTags, logLevel: 'silent', prettyErrors: true });
    const [error] = document.errors;
    if (error) throw error;
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const [problem = ''] = error.message.split('\n');
    throw new UnusableFile(
      'the file',
      `it cannot be read as YAML or JSON (${problem.replace(/:$/, '')})`,
      'mend it there',
    );
  }
}

function deeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => deeperThan(inner, levels - 1));
}
