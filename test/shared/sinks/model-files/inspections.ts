import type { Inspection } from '#shared/model-files/inspection.ts';
import { notOpened } from '#shared/model-files/not-opened.ts';
import type { InspectionReport } from '#shared/sinks/model-files/report.ts';

/** Inspections made up for these tests alone. */
export const dangerous: Inspection = {
  name: 's3://models/churn/weights.pt',
  version: 'v7',
  bytes: 1_073_741_824,
  bytesRead: 40_960,
  milliseconds: 12,
  formats: ['zip', 'pickle'],
  status: 'partial',
  notRead: [{ within: ['data.pkl'], why: 'more than 10 bytes would be read' }],
  verdict: 'dangerous',
  observations: [
    { rule: 'pickle.imports', effect: 'note', within: ['data.pkl'], text: 'it imports 3 names' },
    {
      rule: 'pickle.dangerous-global',
      effect: 'dangerous',
      within: ['inner.zip', 'data.pkl'],
      offset: 1234,
      text: 'loading calls what runs a shell',
      call: "os.system('id')",
      global: 'os.system',
    },
    { rule: 'zip.prefix', effect: 'review', within: [], offset: 0, text: 'bytes stand before the archive' },
  ],
  globals: ['collections.OrderedDict', 'os.system'],
};
export const clean: Inspection = {
  name: 'models/a b/model.safetensors',
  bytes: 100_000,
  bytesRead: 4096,
  milliseconds: 1,
  formats: ['safetensors'],
  status: 'complete',
  notRead: [],
  verdict: 'clean',
  observations: [],
  globals: [],
};
export const denied = notOpened(
  'gs://models/b.bin',
  'Cloud Storage denies it (403); it needs storage.objects.get',
);

export const reportOf = (
  inspections: readonly Inspection[] = [clean, dangerous, denied],
  difference: Partial<InspectionReport> = {},
): InspectionReport => ({
  generatedAt: '2026-03-03T06:00:00.000Z',
  product: { name: 'aispm', version: '1.2.3' },
  inspections,
  skipped: [{ name: 'models/.git', why: 'it is hidden' }],
  unseen: [{ name: 'models/link', why: 'it is a link out of the folder' }],
  ...difference,
});

/** A report with the text in every string that whoever made the file, or its name, can write. */
export const hostileReport = (text: string): InspectionReport =>
  reportOf(
    [
      {
        ...dangerous,
        name: text,
        version: text,
        notRead: [{ within: [text, text], why: text }],
        observations: [
          {
            rule: 'pickle.dangerous-global',
            effect: 'dangerous',
            within: [text],
            text,
            call: text,
            global: text,
          },
          { rule: 'zip.name', effect: 'note', within: [], text },
        ],
        globals: [text],
      },
      notOpened(`s3://models/${text}`, text),
    ],
    { skipped: [{ name: text, why: text }], unseen: [{ name: text, why: text }] },
  );
