import type { Inspecting, ModelFormat } from '../format.ts';
import { isObject, NotJson, parseJson } from '../json/parse-json.ts';
import { MOST_BUNDLE_BYTES, type SignatureBundle } from '../signing/bundle.ts';
import { isMalformed } from '../signing/malformed.ts';
import { type ModelSignature, readModelSignature } from '../signing/verify-model-signature.ts';
import { listed, quoted } from '../text-of-file.ts';

const OF_BUNDLES =
  /"mediaType"\s{0,20}:\s{0,20}"application\/vnd\.dev\.sigstore\.bundle|"(?:verificationMaterial|dsseEnvelope)"\s{0,20}:/;
const KEYS: ReadonlySet<string> = new Set([
  'mediaType',
  'verificationMaterial',
  'dsseEnvelope',
  'messageSignature',
]);

export default {
  id: 'sigstore-bundle',
  title: 'Signature in a Sigstore bundle, as of OpenSSF Model Signing',
  source:
    'https://docs.sigstore.dev/about/bundle/ and sigstore/model-transparency, model_signing/_signing/signing.py',
  claims: (head) => head.firstLetter === '{' && head.isText && OF_BUNDLES.test(head.text),
  async inspect(source, inspecting) {
    const bytes = await source.read(0, MOST_BUNDLE_BYTES + 1);
    const signed = readModelSignature(bytes);
    if (isMalformed(signed)) return inspecting.missed(`as a signature, ${signed.malformed}`);
    missOthers(bytes, inspecting);
    if ('unrelated' in signed)
      return inspecting.observe({
        rule: 'signature.of-another-thing',
        effect: 'note',
        text: `It signs ${signed.unrelated}, and no model.`,
      });
    inspecting.observe({
      rule: 'signature.of-model',
      effect: 'note',
      text: `It says that ${BY[signed.bundle.material.kind]} signed ${signedText(signed)}. That is not verified here.`,
    });
  },
} satisfies ModelFormat;

const BY: Readonly<Record<SignatureBundle['material']['kind'], string>> = {
  key: 'a key',
  certificates: 'a certificate',
  keyless: 'an identity of Sigstore',
};

function signedText({ manifest: { files, modelName } }: ModelSignature): string {
  const names = files.map(({ path }) => path);
  return `${files.length === 1 ? 'the file' : `${files.length} files:`} ${listed(names)}${modelName === '' ? '' : ` of ${quoted(modelName)}`}`;
}

/** A file may be a bundle for one reader and a configuration for another, which looks for other keys. */
function missOthers(bytes: Uint8Array, inspecting: Inspecting): void {
  try {
    const { value } = parseJson(new TextDecoder().decode(bytes), () => inspecting.spending.inTime());
    const others = isObject(value) ? [...value.keys()].filter((key) => !KEYS.has(key)) : [];
    if (others.length > 0) inspecting.missed(`beside a signature it holds ${listed(others)}`);
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    inspecting.missed(`it is not JSON that is understood: ${error.message.slice(0, 100)}`);
  }
}
