import { sawOf } from '#shared/assets/model-file-seen.ts';
import { check, type UnnamedCheck } from '#shared/model/check.ts';
import { type ModelFileStorage, SOURCE } from './storage.ts';

const calling = (effect: string) => ({
  seen: [
    {
      rule: 'pickle.dangerous-global',
      effect,
      text: 'It calls os.system',
      call: "os.system('id')",
      within: [],
    },
  ],
});

export const runsNoCode = ({ assetType, setAside }: ModelFileStorage): UnnamedCheck =>
  check(assetType, {
    title: 'Model files run nothing but what their format needs when they are loaded',
    severity: 'critical',
    fails: sawOf('dangerous', 'isDangerous', 'nothing that runs commands, code or network requests'),
    why: 'Loading the file runs the call with the role of whatever loads it: an endpoint, a notebook, a training job. The file need not be used for it, and looks like any other.',
    fix: setAside,
    source: SOURCE,
    frameworks: {
      'mitre-atlas': ['AML.T0010.003', 'AML.T0011.000', 'AML.T0018.002'],
      'owasp-ml-2023': ['ML06:2023'],
      'owasp-llm-2026': ['LLM05:2026'],
      'nist-ai-rmf': ['MANAGE 3.1'],
    },
    examples: {
      pass: [{ isDangerous: false, seen: [] }],
      fail: [{ isDangerous: true, ...calling('dangerous') }],
      unknown: [{ notRead: ['it is encrypted'], ...calling('review') }],
    },
  });
