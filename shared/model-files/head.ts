import type { ByteSource } from './bytes/byte-source.ts';
import { type Glimpse, type Glimpses, glimpses } from './protobuf/glimpse.ts';
import { decodeJson, withLetters } from './python-json.ts';
import { looksLikeText } from './text/read-text.ts';
import { decoded } from './text.ts';

/** Nearly always enough to find the first letter. */
const FEW_BYTES = 16;
const REPLACEMENT = '\ufffd';

/**
 * The first bytes of a file, by which formats recognise what is theirs. What several of them ask for is worked out when
 * the first asks, and once.
 */
export class Head {
  /** As many as there are, of 4,096. */
  readonly bytes: Uint8Array;
  readonly size: number | undefined;
  /** The last 64 bytes are read only where a format asks for them. */
  readonly source: ByteSource;
  /** How many archives it lies within. */
  readonly depth: number;
  #text: string | undefined;
  #json: string | undefined;
  #isText: boolean | undefined;
  #firstLetter: string | undefined;
  #fields: Glimpses | undefined;

  constructor(source: ByteSource, bytes: Uint8Array, depth = 0) {
    this.source = source;
    this.bytes = bytes;
    this.size = source.size;
    this.depth = depth;
  }

  /** As UTF-8 without its mark of byte order, whatever the bytes are. */
  get text(): string {
    this.#text ??= decoded(this.bytes);
    return this.#text;
  }

  /** Whether it is text in UTF-8. */
  get isText(): boolean {
    this.#isText ??= looksLikeText(this.bytes);
    return this.#isText;
  }

  /** The first letter of {@link Head.text} that is no space; empty where there is none. */
  get firstLetter(): string {
    this.#firstLetter ??= this.#foundFirstLetter();
    return this.#firstLetter;
  }

  /** As Python's `json.loads` decodes it, without spaces before, and with letters for what is escaped without need. */
  get json(): string {
    this.#json ??= withLetters((this.#isWide ? decodeJson(this.bytes) : this.text).trimStart());
    return this.#json;
  }

  /** Whether it begins as an object of JSON, in any of the encodings that Python reads. */
  get opensAsJson(): boolean {
    return (this.#isWide ? this.json[0] : this.firstLetter) === '{';
  }

  /** The fields that begin in it, at most so many; `undefined` where they are no message of protobuf. */
  fields(most: number): readonly Glimpse[] | undefined {
    this.#fields ??= glimpses(this.bytes);
    return this.#fields(most);
  }

  #foundFirstLetter(): string {
    const [first = 0] = this.bytes;
    const isSpace = first === 0x20 || (first >= 0x09 && first <= 0x0d);
    if (first < 0x80 && !isSpace && this.bytes.length > 0) return String.fromCharCode(first);
    // No letter of UTF-8 begins with it.
    if (first >= 0x80 && first < 0xc2) return REPLACEMENT;
    const few = decoded(this.bytes.subarray(0, FEW_BYTES)).trimStart();
    // The last letter of a few bytes may be a part of one.
    return (few.length > 1 ? few : this.text.trimStart())[0] ?? '';
  }

  /** Whether JSON in it would be in UTF-16 or UTF-32. */
  get #isWide(): boolean {
    const [first, second] = this.bytes;
    return first === 0 || second === 0 || first === 0xff || first === 0xfe;
  }
}
