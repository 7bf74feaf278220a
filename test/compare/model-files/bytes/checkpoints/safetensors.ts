import { MALICIOUS, u64 } from '#test/shared/model-files/pickle-builder.ts';
import { type Checkpoint, oneFile } from '../checkpoint.ts';
import { contentOf } from '../content.ts';
import { bytesOf, ENCODER } from '../encoder.ts';
import { storedZip } from './zip.ts';

/** https://github.com/huggingface/safetensors#format. It can run nothing: the hostile one is a PyTorch archive as well. */
export const safetensors: Checkpoint = {
  id: 'safetensors',
  title: 'safetensors',
  mostPercent: 0.1,
  files(nature) {
    let end = 0;
    const described = ENCODER.map((tensor) => {
      const begin = end;
      end += bytesOf(tensor);
      return [tensor.name, { dtype: 'F32', shape: tensor.shape, data_offsets: [begin, end] }] as const;
    });
    const json = JSON.stringify({ __metadata__: { format: 'pt' }, ...Object.fromEntries(described) });
    const header = Buffer.from(json.padEnd(Math.ceil(json.length / 8) * 8));
    const archive = storedZip('PyTorch', [{ name: 'archive/data.pkl', parts: [MALICIOUS] }]);
    return oneFile(
      'model.safetensors',
      contentOf(u64(header.length), header, { numbers: end }, ...(nature === 'hostile' ? archive : [])),
    );
  },
};
