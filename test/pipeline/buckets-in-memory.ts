import type { Bucket } from '#connectors/objects/bucket.ts';
import { type BucketPlace, placeName } from '#shared/artefacts/place.ts';
import { type Signers, signatureTrust } from '#shared/config/signers.ts';
import { bytesInMemory, SourceUnreadable } from '#shared/model-files/bytes/byte-source.ts';
import type { ModelFiles } from '#shared/pipeline/model-files/files.ts';
import { readableIn } from '#shared/pipeline/model-files/places.ts';

/** Buckets in memory: objects by their address, and what every question was. */
export function bucketsInMemory(places: readonly string[], signers?: Signers) {
  const objects = new Map<string, { bytes: Uint8Array; revision: string; modifiedAt: string }>();
  const asked: string[] = [];
  let refusal: SourceUnreadable | undefined;
  const bucketAt = (place: BucketPlace): Bucket => ({
    async open(name) {
      const address = `${placeName(place)}/${name}`;
      asked.push(`open ${address}`);
      if (refusal) throw refusal;
      const object = objects.get(address);
      if (!object) throw new SourceUnreadable('there is no such object or bucket (404)', 'not-found');
      const { bytes, revision, modifiedAt } = object;
      return {
        ...bytesInMemory(address, bytes),
        revision,
        version: revision,
        modifiedAt,
        close: async () => {},
      };
    },
    async listObjects(prefix) {
      const address = `${placeName(place)}/${prefix}`;
      asked.push(`list ${address}`);
      if (refusal) throw refusal;
      return {
        objects: [...objects].flatMap(([name, { bytes, revision }]) =>
          name.startsWith(address)
            ? [{ name: name.slice(placeName(place).length + 1), bytes: bytes.length, revision }]
            : [],
        ),
        isCutOff: false,
      };
    },
  });
  const files: ModelFiles = {
    isReadable: readableIn(places),
    open: async (place) => bucketAt(place),
    trust: signatureTrust(signers),
  };
  return {
    files,
    asked,
    put: (address: string, bytes: Uint8Array, modifiedAt = '2020-01-01T00:00:00.000Z') =>
      objects.set(address, {
        bytes,
        modifiedAt,
        revision: `"${objects.size}-${bytes.length}-${modifiedAt}"`,
      }),
    remove: (address: string) => objects.delete(address),
    refuse: (with_: SourceUnreadable | undefined) => {
      refusal = with_;
    },
  };
}
