import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  Parser,
} from 'yaml';
import type { Json } from '../json/parse-json.ts';

/** YAML as a tree, and the tags by which it asks for objects of Python. */
export interface YamlTree {
  readonly documents: readonly Json[];
  readonly tags: readonly string[];
}

/** PyYAML takes `%2F` for a slash in any tag. */
const unescaped = (tag: string | undefined): string | undefined =>
  tag?.replaceAll(/%([0-7][\da-fA-F])/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

export class NotYaml extends Error {
  override readonly name = 'NotYaml';
}

const DEEPEST = 64;
const MOST_OPEN = 100;
const MOST_MILLISECONDS = 2000;
/** `- - - - `, each in the one before it, and `&a &a &a`, of which each is an error. */
const COMPACT_NESTING = /(?:[-?:][ \t]{1,8}){65}|(?:[&!][^\s&!]{0,100}[ \t]{1,8}){10}/;
const PYTHON_TAG = /python\//;
const MOST_TAGS = 100;

/**
 * Reads YAML without following aliases, which would make much of little: what an alias stands for is in the tree
 * where it was written. Throws {@link NotYaml}.
 */
export function yamlTree(text: string): YamlTree {
  const tags: string[] = [];
  const documents = parsed(text).map((document) => {
    const anchors = new Map<string, Json>();

    function treeOf(node: unknown, depth: number): Json {
      if (depth > DEEPEST) throw new NotYaml(`it is nested deeper than ${DEEPEST}`);
      if (isAlias(node)) return anchors.get(node.source) ?? null;
      const tag = unescaped(((node ?? {}) as Node).tag);
      if (tag !== undefined && PYTHON_TAG.test(tag) && tags.length < MOST_TAGS) tags.push(tag);
      if (isScalar(node)) {
        const { value } = node;
        const plain =
          typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
        if (node.anchor !== undefined) anchors.set(node.anchor, plain);
        return plain;
      }
      if (isSeq(node)) return node.items.map((each) => treeOf(each, depth + 1));
      if (!isMap(node)) return null;
      return new Map(
        node.items.map(({ key, value }) => {
          const name = treeOf(key, depth + 1);
          return [typeof name === 'object' ? '' : String(name), treeOf(value, depth + 1)] as const;
        }),
      );
    }
    return treeOf(document.contents, 0);
  });
  return { documents, tags };
}

/**
 * Refuses what opens far more than it closes before the library sees it, which would go as deep and take long. Quotes
 * are not looked at: nothing honest has so many brackets in them that stay open.
 */
function boundNesting(text: string): void {
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5b || code === 0x7b) open += 1;
    else if ((code === 0x5d || code === 0x7d) && open > 0) open -= 1;
    if (open > MOST_OPEN) throw new NotYaml('it is nested too deep');
  }
  if (COMPACT_NESTING.test(text)) throw new NotYaml('it is nested too deep');
}

function parsed(text: string): readonly Document[] {
  boundNesting(text);
  const end = performance.now() + MOST_MILLISECONDS;
  const inTime = (): void => {
    if (performance.now() > end) throw new NotYaml(`it takes longer than ${MOST_MILLISECONDS} ms`);
  };
  const documents: Document[] = [];
  const parser = new Parser();
  const composer = new Composer({ logLevel: 'silent', uniqueKeys: false, merge: false });
  const compose = (tokens: Iterable<CST.Token>): void => {
    for (const token of tokens)
      for (const document of composer.next(token)) {
        const [error] = document.errors;
        if (error !== undefined) throw new NotYaml(error.code);
        documents.push(document);
        inTime();
      }
  };
  try {
    for (const lexeme of new Lexer().lex(text)) {
      compose(parser.next(lexeme));
      inTime();
    }
    compose(parser.end());
    for (const document of composer.end()) {
      const [error] = document.errors;
      if (error !== undefined) throw new NotYaml(error.code);
      documents.push(document);
    }
    return documents;
  } catch (error) {
    // The library goes as deep as the text does.
    if (error instanceof RangeError) throw new NotYaml('it is nested too deep');
    throw error;
  }
}
