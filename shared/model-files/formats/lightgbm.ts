import type { ModelFormat } from '../format.ts';
import { missedHdf5 } from '../hdf5/user-block.ts';
import { hasText } from '../recognise.ts';

export default {
  id: 'lightgbm',
  title: 'LightGBM model',
  source: 'LightGBM, src/boosting/gbdt_model_text.cpp',
  claims: ({ bytes }) => hasText(bytes, 0, 'tree\nversion=') || hasText(bytes, 0, 'tree\r\nversion='),
  async inspect(source, inspecting) {
    await missedHdf5(source, inspecting);
    inspecting.observe({
      rule: 'lightgbm.trees',
      effect: 'note',
      text: 'It holds trees as lines of text, which have no place for code. Only its begin was read.',
    });
  },
} satisfies ModelFormat;
