import { sawOf } from '#shared/assets/model-file-seen.ts';
import { check, type UnnamedCheck } from '#shared/model/check.ts';
import { type ModelFileStorage, SOURCE } from './storage.ts';

const importing = (effect: string) => ({
  seen: [
    { rule: 'pickle.unknown-global', effect, text: 'It imports acme.models.Encoder', within: ['data.pkl'] },
  ],
});

export const holdsOnlyKnown = ({ assetType, setAside }: ModelFileStorage): UnnamedCheck =>
  check(assetType, {
    title: 'Model files import nothing that is not known to be harmless',
    severity: 'medium',
    fails: sawOf('review', 'needsReview', 'only what the libraries of its format need'),
    why: 'What the file imports may be a class of your own, or a gadget that nobody has described yet. aispm decides by what is known to be harmless, and not by what is known to be dangerous: somebody has to look once.',
    fix: setAside,
    source: SOURCE,
    frameworks: { 'mitre-atlas': ['AML.T0010.003', 'AML.T0011.000'], 'owasp-ml-2023': ['ML06:2023'] },
    examples: {
      pass: [{ needsReview: false, seen: [] }],
      fail: [{ needsReview: true, ...importing('review') }],
      unknown: [{ notRead: ['it is encrypted'], seen: [] }],
    },
  });
