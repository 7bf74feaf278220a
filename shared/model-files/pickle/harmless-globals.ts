/**
 * What pickles of models import because the libraries that wrote them need it: classes and functions that build values
 * out of what they are given and do nothing else. Exact pairs, never whole modules, and no dotted names: `numpy` holds
 * `eval` as an attribute of an attribute. Sources: the reconstructors that the libraries name in their own
 * `__reduce__` methods, and PyTorch's list for `weights_only`.
 */
const HARMLESS: Readonly<Record<string, string>> = {
  builtins:
    'bool bytearray bytes complex dict float frozenset int list object range set slice str tuple NotImplementedError Ellipsis NotImplemented',
  collections: 'OrderedDict defaultdict Counter deque ChainMap UserDict UserList',
  copyreg: '_reconstructor __newobj__ __newobj_ex__',
  _codecs: 'encode',
  datetime: 'datetime date time timedelta timezone',
  decimal: 'Decimal',
  fractions: 'Fraction',
  uuid: 'UUID SafeUUID',
  pathlib: 'Path PosixPath WindowsPath PurePath PurePosixPath PureWindowsPath',
  argparse: 'Namespace',
  typing: 'Any',
  array: 'array _array_reconstructor',
  _io: 'BytesIO',
  enum: 'Enum',
  types: 'SimpleNamespace',
  numpy:
    'dtype ndarray matrix bool_ int8 int16 int32 int64 uint8 uint16 uint32 uint64 float16 float32 float64 complex64 complex128 str_ bytes_ object_ void datetime64 timedelta64 longlong ulonglong',
  'numpy.core.multiarray': '_reconstruct scalar',
  'numpy._core.multiarray': '_reconstruct scalar',
  'numpy.core.numeric': '_frombuffer',
  'numpy._core.numeric': '_frombuffer',
  'numpy.random': 'RandomState Generator',
  'numpy.random._pickle': '__randomstate_ctor __generator_ctor __bit_generator_ctor',
  'numpy.random.mtrand': 'RandomState',
  'numpy.random._mt19937': 'MT19937',
  'numpy.random._pcg64': 'PCG64',
  'numpy.ma.core': '_mareconstruct MaskedArray',
  'numpy.matrixlib.defmatrix': 'matrix',
  'numpy.core.records': 'recarray',
  'numpy.rec': 'recarray',
  'numpy.dtypes':
    'Float16DType Float32DType Float64DType Int8DType Int16DType Int32DType Int64DType UInt8DType UInt16DType UInt32DType UInt64DType BoolDType ObjectDType StrDType BytesDType',
  'joblib.numpy_pickle': 'NumpyArrayWrapper NDArrayWrapper ZNDArrayWrapper',
  'joblib.numpy_pickle_compat': 'NDArrayWrapper ZNDArrayWrapper',
  'sklearn.externals.joblib.numpy_pickle': 'NumpyArrayWrapper NDArrayWrapper ZNDArrayWrapper',
  torch:
    'FloatStorage DoubleStorage HalfStorage LongStorage IntStorage ShortStorage CharStorage ByteStorage BoolStorage BFloat16Storage ComplexFloatStorage ComplexDoubleStorage QUInt8Storage QInt8Storage QInt32Storage QUInt4x2Storage Size Tensor device dtype layout memory_format Generator float16 float32 float64 float half double bfloat16 int8 int16 int32 int64 uint8 uint16 uint32 uint64 short int long bool complex32 complex64 complex128 quint8 qint8 qint32 quint4x2 quint2x4 float8_e4m3fn float8_e5m2 float8_e4m3fnuz float8_e5m2fnuz strided sparse_coo sparse_csr contiguous_format channels_last preserve_format per_tensor_affine per_channel_affine per_tensor_symmetric per_channel_symmetric',
  'torch.storage': 'UntypedStorage TypedStorage',
  'torch._utils':
    '_rebuild_tensor _rebuild_tensor_v2 _rebuild_tensor_v3 _rebuild_parameter _rebuild_parameter_with_state _rebuild_sparse_tensor _rebuild_sparse_csr_tensor _rebuild_nested_tensor _rebuild_device_tensor_from_numpy _rebuild_device_tensor_from_cpu_tensor _rebuild_xla_tensor _rebuild_meta_tensor_no_storage _rebuild_qtensor _rebuild_wrapper_subclass',
  'torch._tensor': '_rebuild_from_type_v2',
  'torch.nn.parameter': 'Parameter Buffer UninitializedParameter UninitializedBuffer',
  'torch.serialization': '_get_layout',
  'torch.torch_version': 'TorchVersion',
  'torch.nn.modules.container': 'Sequential ModuleList ModuleDict ParameterList ParameterDict',
  'torch.nn.modules.linear': 'Linear Bilinear Identity NonDynamicallyQuantizableLinear',
  'torch.nn.modules.conv': 'Conv1d Conv2d Conv3d ConvTranspose1d ConvTranspose2d ConvTranspose3d',
  'torch.nn.modules.batchnorm': 'BatchNorm1d BatchNorm2d BatchNorm3d SyncBatchNorm',
  'torch.nn.modules.normalization': 'LayerNorm GroupNorm LocalResponseNorm RMSNorm',
  'torch.nn.modules.instancenorm': 'InstanceNorm1d InstanceNorm2d InstanceNorm3d',
  'torch.nn.modules.activation':
    'ReLU ReLU6 LeakyReLU PReLU ELU SELU CELU GELU SiLU Mish Sigmoid LogSigmoid Tanh Tanhshrink Softmax LogSoftmax Softplus Softsign Softmin Hardtanh Hardswish Hardsigmoid Threshold GLU MultiheadAttention',
  'torch.nn.modules.pooling':
    'MaxPool1d MaxPool2d MaxPool3d AvgPool1d AvgPool2d AvgPool3d AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveAvgPool3d AdaptiveMaxPool1d AdaptiveMaxPool2d AdaptiveMaxPool3d',
  'torch.nn.modules.dropout': 'Dropout Dropout1d Dropout2d Dropout3d AlphaDropout',
  'torch.nn.modules.sparse': 'Embedding EmbeddingBag',
  'torch.nn.modules.rnn': 'RNN LSTM GRU RNNCell LSTMCell GRUCell',
  'torch.nn.modules.upsampling': 'Upsample UpsamplingNearest2d UpsamplingBilinear2d',
  'torch.nn.modules.padding':
    'ConstantPad1d ConstantPad2d ConstantPad3d ZeroPad2d ReflectionPad2d ReplicationPad2d',
  'torch.nn.modules.flatten': 'Flatten Unflatten',
  'torch.nn.modules.transformer':
    'Transformer TransformerEncoder TransformerDecoder TransformerEncoderLayer TransformerDecoderLayer',
  'torch.nn.modules.loss':
    'CrossEntropyLoss BCEWithLogitsLoss BCELoss MSELoss L1Loss SmoothL1Loss NLLLoss KLDivLoss',
  'torch.nn.modules.pixelshuffle': 'PixelShuffle PixelUnshuffle',
  'torch.nn.modules.fold': 'Fold Unfold',
  'torch.optim.sgd': 'SGD',
  'torch.optim.adam': 'Adam',
  'torch.optim.adamw': 'AdamW',
  'transformers.trainer_utils':
    'SchedulerType IntervalStrategy HubStrategy EvaluationStrategy SaveStrategy FSDPOption',
  'transformers.training_args': 'TrainingArguments OptimizerNames ParallelMode',
  'transformers.training_args_seq2seq': 'Seq2SeqTrainingArguments',
  'transformers.integrations.deepspeed': 'HfTrainerDeepSpeedConfig HfDeepSpeedConfig',
  'transformers.deepspeed': 'HfTrainerDeepSpeedConfig HfDeepSpeedConfig',
  'accelerate.state': 'PartialState AcceleratorState',
  'accelerate.utils.dataclasses': 'DistributedType DeepSpeedPlugin',
  'omegaconf.base': 'Metadata ContainerMetadata',
  'omegaconf.nodes': 'AnyNode',
  'omegaconf.listconfig': 'ListConfig',
  'omegaconf.dictconfig': 'DictConfig',
  'pandas.core.frame': 'DataFrame',
  'pandas.core.series': 'Series',
  'pandas.core.indexes.base': 'Index _new_Index',
  'pandas.core.indexes.range': 'RangeIndex',
  'pandas.core.indexes.multi': 'MultiIndex',
  'pandas.core.indexes.datetimes': 'DatetimeIndex _new_DatetimeIndex',
  'pandas.core.internals': 'BlockManager SingleBlockManager',
  'pandas.core.internals.managers': 'BlockManager SingleBlockManager',
  'pandas.core.indexes.frozen': 'FrozenList FrozenNDArray',
  'pandas.indexes.base': 'Index _new_Index',
  'pandas.indexes.multi': 'MultiIndex',
  'pandas.core.internals.blocks': 'new_block',
  'pandas._libs.internals': '_unpickle_block',
  'pandas._libs.arrays': '__pyx_unpickle_NDArrayBacked',
  'scipy.sparse._csr': 'csr_matrix csr_array',
  'scipy.sparse._csc': 'csc_matrix csc_array',
  'scipy.sparse.csr': 'csr_matrix',
  'scipy.sparse.csc': 'csc_matrix',
  'scipy.sparse.coo': 'coo_matrix',
  'scipy.sparse._coo': 'coo_matrix',
  ...estimators(),
};

/** Classes of scikit-learn that are nothing but their attributes. */
function estimators(): Record<string, string> {
  return {
    'sklearn.tree._tree': 'Tree',
    'sklearn.tree._classes':
      'DecisionTreeClassifier DecisionTreeRegressor ExtraTreeClassifier ExtraTreeRegressor',
    'sklearn.tree.tree':
      'DecisionTreeClassifier DecisionTreeRegressor ExtraTreeClassifier ExtraTreeRegressor',
    'sklearn.ensemble._forest':
      'RandomForestClassifier RandomForestRegressor ExtraTreesClassifier ExtraTreesRegressor',
    'sklearn.ensemble.forest':
      'RandomForestClassifier RandomForestRegressor ExtraTreesClassifier ExtraTreesRegressor',
    'sklearn.ensemble._gb': 'GradientBoostingClassifier GradientBoostingRegressor',
    'sklearn.ensemble._iforest': 'IsolationForest',
    'sklearn.ensemble._voting': 'VotingClassifier VotingRegressor',
    'sklearn.linear_model._logistic': 'LogisticRegression LogisticRegressionCV',
    'sklearn.linear_model.logistic': 'LogisticRegression LogisticRegressionCV',
    'sklearn.linear_model._base': 'LinearRegression',
    'sklearn.linear_model._ridge': 'Ridge RidgeClassifier RidgeCV',
    'sklearn.linear_model._coordinate_descent': 'Lasso ElasticNet LassoCV ElasticNetCV',
    'sklearn.linear_model._stochastic_gradient': 'SGDClassifier SGDRegressor',
    'sklearn.svm._classes': 'SVC SVR LinearSVC LinearSVR NuSVC OneClassSVM',
    'sklearn.svm.classes': 'SVC SVR LinearSVC LinearSVR',
    'sklearn.naive_bayes': 'GaussianNB MultinomialNB BernoulliNB ComplementNB',
    'sklearn.neighbors._classification': 'KNeighborsClassifier',
    'sklearn.neighbors._regression': 'KNeighborsRegressor',
    'sklearn.neural_network._multilayer_perceptron': 'MLPClassifier MLPRegressor',
    'sklearn.cluster._kmeans': 'KMeans MiniBatchKMeans',
    'sklearn.decomposition._pca': 'PCA',
    'sklearn.decomposition._truncated_svd': 'TruncatedSVD',
    'sklearn.preprocessing._data': 'StandardScaler MinMaxScaler MaxAbsScaler RobustScaler Normalizer',
    'sklearn.preprocessing.data': 'StandardScaler MinMaxScaler MaxAbsScaler RobustScaler Normalizer',
    'sklearn.preprocessing._encoders': 'OneHotEncoder OrdinalEncoder',
    'sklearn.preprocessing._label': 'LabelEncoder LabelBinarizer',
    'sklearn.preprocessing.label': 'LabelEncoder LabelBinarizer',
    'sklearn.impute._base': 'SimpleImputer',
    'sklearn.pipeline': 'Pipeline FeatureUnion',
    'sklearn.compose._column_transformer': 'ColumnTransformer',
    'sklearn.feature_extraction.text': 'TfidfVectorizer CountVectorizer TfidfTransformer',
    'sklearn.calibration': 'CalibratedClassifierCV',
    'sklearn.dummy': 'DummyClassifier DummyRegressor',
    'sklearn.model_selection._search': 'GridSearchCV RandomizedSearchCV',
  };
}

const names = new Map(Object.entries(HARMLESS).map(([module, list]) => [module, new Set(list.split(' '))]));

/** Their objects are harmless; to call them runs their constructors, which read files or connect to other hosts. */
const ACTS_WHEN_CALLED: ReadonlySet<string> = new Set([
  'accelerate.state.AcceleratorState',
  'accelerate.state.PartialState',
  'accelerate.utils.dataclasses.DeepSpeedPlugin',
  'transformers.deepspeed.HfDeepSpeedConfig',
  'transformers.deepspeed.HfTrainerDeepSpeedConfig',
  'transformers.integrations.deepspeed.HfDeepSpeedConfig',
  'transformers.integrations.deepspeed.HfTrainerDeepSpeedConfig',
  'transformers.training_args.TrainingArguments',
  'transformers.training_args_seq2seq.Seq2SeqTrainingArguments',
]);

export const actsWhenCalled = (module: string, name: string): boolean =>
  ACTS_WHEN_CALLED.has(`${module}.${name}`);

/** Compiled TorchScript is interpreted by PyTorch and imported by nobody. */
const TORCH_SCRIPT = /^__torch__(?:\.\w+)*$/;

/** Whether a load that imports this is what a library that saves models needs, and nothing else. */
export const isKnownHarmless = (module: string, name: string): boolean =>
  names.get(module)?.has(name) === true || (TORCH_SCRIPT.test(module) && /^\w+$/.test(name));
