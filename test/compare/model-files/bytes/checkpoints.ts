import type { Checkpoint } from './checkpoint.ts';
import { ggufLargeVocabulary, ggufSmallVocabulary } from './checkpoints/gguf.ts';
import { joblib } from './checkpoints/joblib.ts';
import { kerasHdf5, kerasZip } from './checkpoints/keras.ts';
import { pytorchLegacy, pytorchZip } from './checkpoints/pytorch.ts';
import { safetensors } from './checkpoints/safetensors.ts';
import { savedModelOfKeras, savedModelOfOneSignature } from './checkpoints/saved-model.ts';

export const CHECKPOINTS: readonly Checkpoint[] = [
  pytorchZip,
  safetensors,
  ggufSmallVocabulary,
  kerasZip,
  kerasHdf5,
  savedModelOfOneSignature,
  pytorchLegacy,
  joblib,
  ggufLargeVocabulary,
  savedModelOfKeras,
];
