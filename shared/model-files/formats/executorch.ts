import type { ModelFormat } from '../format.ts';
import { hasText } from '../recognise.ts';

export default {
  id: 'executorch',
  title: 'ExecuTorch program',
  source: 'executorch, schema/program.fbs and schema/extended_header.h',
  claims: ({ bytes }) =>
    hasText(bytes, 4, 'ET') && /^ET\d\d$/.test(String.fromCharCode(...bytes.subarray(4, 8))),
  async inspect(source, inspecting) {
    const head = await source.read(0, 12);
    inspecting.observe({
      rule: 'executorch.program',
      effect: 'note',
      text: `It is a program for the runtime of ExecuTorch${hasText(head, 8, 'eh00') ? ', with an extended header' : ''}.`,
    });
    inspecting.missed(
      'the operators and the delegates of ExecuTorch are not parsed; delegates hold compiled programs',
    );
  },
} satisfies ModelFormat;
