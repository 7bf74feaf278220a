const within = (module: string, names: string): string[] =>
  names.split(' ').map((name) => `${module}.${name}`);

/** What configurations of models name, and what does nothing but make an object of its arguments. */
export const ALLOWED_TARGETS: ReadonlySet<string> = new Set([
  ...within('builtins', 'dict list tuple set int float str bool slice range'),
  ...within('collections', 'OrderedDict'),
  ...within('omegaconf', 'DictConfig ListConfig'),
  ...within('torch', 'device Generator'),
  ...within(
    'torch.nn',
    'Linear Conv1d Conv2d Conv3d ConvTranspose1d ConvTranspose2d BatchNorm1d BatchNorm2d LayerNorm GroupNorm Embedding Dropout ReLU GELU SiLU Tanh Sigmoid Softmax LeakyReLU ELU Identity Sequential ModuleList LSTM GRU MultiheadAttention TransformerEncoder TransformerEncoderLayer CrossEntropyLoss MSELoss L1Loss NLLLoss BCELoss BCEWithLogitsLoss CTCLoss KLDivLoss SmoothL1Loss HuberLoss',
  ),
  ...within('torch.optim', 'Adam AdamW SGD RMSprop Adagrad Adadelta Adamax NAdam RAdam LBFGS'),
  ...within('torch.optim.adam', 'Adam'),
  ...within('torch.optim.adamw', 'AdamW'),
  ...within('torch.optim.sgd', 'SGD'),
  ...within(
    'torch.optim.lr_scheduler',
    'StepLR MultiStepLR ExponentialLR CosineAnnealingLR CosineAnnealingWarmRestarts ReduceLROnPlateau OneCycleLR LambdaLR LinearLR ConstantLR CyclicLR PolynomialLR',
  ),
  ...within(
    'torch.utils.data',
    'DataLoader ConcatDataset Subset TensorDataset RandomSampler SequentialSampler',
  ),
  ...['pytorch_lightning', 'lightning', 'lightning.pytorch'].flatMap((module) => [
    ...within(module, 'Trainer'),
    ...within(
      `${module}.callbacks`,
      'ModelCheckpoint EarlyStopping LearningRateMonitor RichModelSummary RichProgressBar ModelSummary TQDMProgressBar StochasticWeightAveraging',
    ),
    ...within(`${module}.loggers`, 'TensorBoardLogger CSVLogger WandbLogger MLFlowLogger'),
    ...within(`${module}.loggers.tensorboard`, 'TensorBoardLogger'),
    ...within(`${module}.loggers.csv_logs`, 'CSVLogger'),
    ...within(`${module}.strategies`, 'DDPStrategy FSDPStrategy'),
  ]),
  ...within(
    'torchvision.transforms',
    'Compose ToTensor Normalize Resize CenterCrop RandomCrop RandomHorizontalFlip RandomResizedCrop ColorJitter Grayscale',
  ),
  ...within(
    'torchmetrics',
    'Accuracy Precision Recall F1Score MeanMetric MaxMetric MinMetric MetricCollection MeanSquaredError MeanAbsoluteError',
  ),
  ...within(
    'nemo.collections.asr.models',
    'EncDecCTCModel EncDecCTCModelBPE EncDecRNNTModel EncDecRNNTBPEModel EncDecHybridRNNTCTCBPEModel EncDecMultiTaskModel EncDecClassificationModel EncDecSpeakerLabelModel SortformerEncLabelModel',
  ),
  ...within('nemo.collections.asr.models.ctc_models', 'EncDecCTCModel'),
  ...within('nemo.collections.asr.models.ctc_bpe_models', 'EncDecCTCModelBPE'),
  ...within('nemo.collections.asr.models.rnnt_models', 'EncDecRNNTModel'),
  ...within('nemo.collections.asr.models.rnnt_bpe_models', 'EncDecRNNTBPEModel'),
  ...within('nemo.collections.asr.models.label_models', 'EncDecSpeakerLabelModel'),
  ...within('nemo.collections.asr.models.classification_models', 'EncDecClassificationModel'),
  ...within(
    'nemo.collections.asr.modules',
    'AudioToMelSpectrogramPreprocessor AudioToMFCCPreprocessor SpectrogramAugmentation ConvASREncoder ConvASRDecoder ConvASRDecoderClassification ConformerEncoder SqueezeformerEncoder SpeakerDecoder RNNTDecoder RNNTJoint RNNEncoder SortformerModules',
  ),
  ...within('nemo.collections.asr.modules.audio_preprocessing', 'AudioToMelSpectrogramPreprocessor'),
  ...within('nemo.collections.asr.parts.submodules.spectr_augment', 'SpectrogramAugmentation'),
  ...within('nemo.collections.asr.losses.angularloss', 'AngularSoftmaxLoss'),
  ...within('nemo.collections.tts.models', 'FastPitchModel HifiGanModel Tacotron2Model'),
  ...within('nemo.collections.tts.modules.fastpitch', 'FastPitchModule'),
  ...within('nemo.collections.nlp.models.language_modeling.megatron_gpt_model', 'MegatronGPTModel'),
]);
