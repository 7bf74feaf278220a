import type { ModelFormat } from '../format.ts';
import { missedHdf5 } from '../hdf5/user-block.ts';
import { hasText } from '../recognise.ts';

const HEADER_BYTES = 8;

export default {
  id: 'catboost',
  title: 'CatBoost model',
  source: 'catboost, catboost/libs/model/model.cpp: MODEL_FILE_DESCRIPTOR_CHARS',
  claims: ({ bytes }) => hasText(bytes, 0, 'CBM1'),
  async inspect(source, inspecting) {
    const header = await source.read(0, HEADER_BYTES);
    if (header.length < HEADER_BYTES) return inspecting.missed('it ends within its header');
    const core = new DataView(header.buffer, header.byteOffset, HEADER_BYTES).getUint32(4, true);
    if (source.size !== undefined && HEADER_BYTES + core > source.size)
      return inspecting.missed(`its core would take ${core} bytes, which are not there`);
    await missedHdf5(source, inspecting);
    inspecting.observe({
      rule: 'catboost.trees',
      effect: 'note',
      text: 'It holds trees and tables of values, in a layout that has no place for code. Only its header was read.',
    });
  },
} satisfies ModelFormat;
