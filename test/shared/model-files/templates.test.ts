import { describe, expect, it } from 'vitest';
import chatTemplate from '#shared/model-files/formats/chat-template.ts';
import { expectRobust, inspectedAs, rulesOf } from './inspecting.ts';

/** In the manner of templates that models come with. */
const BENIGN: readonly (readonly [string, string])[] = [
  [
    'turns between marks',
    "{% for message in messages %}{{ '<|begin|>' + message['role'] + '\\n' + message['content'] + '<|end|>' + '\\n' }}{% endfor %}{% if add_generation_prompt %}{{ '<|begin|>assistant\\n' }}{% endif %}",
  ],
  [
    'a system turn, and a complaint of an odd order',
    "{% if messages[0]['role'] == 'system' %}{% set loop_messages = messages[1:] %}{% set system_message = messages[0]['content'] %}{% else %}{% set loop_messages = messages %}{% set system_message = false %}{% endif %}{% for message in loop_messages %}{% if (message['role'] == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('user and assistant take turns') }}{% endif %}{% if loop.index0 == 0 and system_message != false %}{% set content = '<<S>>' ~ system_message ~ '<</S>>' ~ message['content'] %}{% else %}{% set content = message['content'] %}{% endif %}{{ bos_token + '[I] ' + content | trim + ' [/I]' }}{% endfor %}",
  ],
  [
    'tools as JSON and today as a date',
    "{%- if tools is not none and tools | length > 0 %}\n  {{- '# Tools' }}\n  {%- for tool in tools %}\n    {{- tool | tojson(indent=2) }}\n  {%- endfor %}\n{%- endif %}\n{%- set today = strftime_now('%d %b %Y') if strftime_now is defined else '1 Jan 2025' %}\n{{- 'Today: ' + today }}",
  ],
  [
    'a namespace that a loop changes',
    "{%- set ns = namespace(found=false, last=messages | length - 1) %}\n{%- for m in messages[::-1] %}{%- set index = (messages | length - 1) - loop.index0 %}{%- if not ns.found and m.role == 'user' and not (m.content.startswith('<reply>') and m.content.endswith('</reply>')) %}{%- set ns.found = true %}{%- set ns.last = index %}{%- endif %}{%- endfor %}{{ ns.last }}",
  ],
  [
    'macros that write types of parameters',
    "{%- macro type_of(p) -%}{%- set names = {'string': 'str', 'integer': 'int', \"number\": 'float'} -%}{%- if p.type in names -%}{{- names[p.type] -}}{%- elif p.type == 'array' -%}{{- 'list[' + type_of(p['items']) + ']' -}}{%- else -%}any{%- endif -%}{%- endmacro -%}{%- for name, p in tool.parameters.properties.items() %}{{ name }}: {{ type_of(p) }}{{ ', ' if not loop.last else '' }}{%- endfor %}",
  ],
  [
    'roles renamed by a dictionary',
    "{% set roles = dict(user='human', assistant='gpt') %}{% for m in messages %}{{ roles[m.role] if m.role in roles else m.role | upper }}: {{ m.content }}{% if not loop.last %}\n{% endif %}{% endfor %}",
  ],
  [
    'content in parts',
    "{% for message in messages %}{% if message.content is string %}{{ message.content }}{% else %}{% for part in message['content'] | selectattr('type', 'equalto', 'text') %}{{ part['text'] }}{% endfor %}{% for part in message.content %}{% if part.type == 'image' or 'image_url' in part %}<image>{% endif %}{% endfor %}{% endif %}{% endfor %}",
  ],
  [
    'thoughts cut off',
    "{% if '</think>' in content %}{% set content = content.split('</think>')[-1].lstrip('\\n') %}{% set thought = content.split('</think>', 1)[0].rstrip('\\n').split('<think>')[-1] %}{% endif %}{{ content | trim }}",
  ],
  [
    'a generation block and loop controls',
    "{% for message in messages %}{% if message.role == 'tool' %}{% continue %}{% endif %}{% generation %}{{ message.content }}{% endgeneration %}{% if loop.index > 99 %}{% break %}{% endif %}{% endfor %}",
  ],
  [
    'calls of tools with arguments of any kind',
    "{%- for call in message.tool_calls %}{%- if call.function is defined %}{%- set call = call.function %}{%- endif %}{{- '<call>' ~ call.name }}{%- for key, value in call.arguments | items %}{{- key ~ '=' ~ (value | tojson if value is mapping or (value is iterable and value is not string) else value | string) }}{%- endfor %}{%- endfor %}",
  ],
  [
    'a comment, something raw and a formatted number',
    "{# the head #}{% raw %}{{ not.read.__class__ }}{% endraw %}{{ '%02d: %s' | format(loop.index, message.content) }}{{ '{} {}'.format(a, b) }}{{ messages[loop.index0 + 1].role | default('user', true) }}",
  ],
  [
    'dates, joins and filters of lists',
    "{{ messages | map(attribute='content') | join('\\n') }}{{ messages | rejectattr('role', 'equalto', 'system') | list | tojson }}{{ (documents | sort(attribute='meta.date', reverse=true) | first).title }}{% set x, y = 1, 2 %}{{ x // y ** 2 - -1 }}{{ not a and b is divisibleby 3 }}",
  ],
  [
    'attribute names out of variables of the template',
    "{% set role_key = 'role' %}{% for m in messages %}{{ m[role_key] }}{{ m['con' ~ 'tent'] }}{% for key in m.keys() %}{{ m[key] }}{% endfor %}{% endfor %}",
  ],
];

/** What reaches out, and by what it is known. */
const DANGEROUS: readonly (readonly [string, string])[] = [
  ['classes of a string', "{{ ''.__class__.__mro__[1].__subclasses__() }}"],
  ['globals of a function of Jinja', "{{ cycler.__init__.__globals__.os.popen('id').read() }}"],
  ['globals by subscripts', "{{ lipsum['__globals__']['os']['popen']('id')['read']() }}"],
  ['a filter for attributes', "{{ ((''|attr('__class__'))|attr('__base__')) }}"],
  ['a filter after a filter', "{{ ''|attr('__class__')|attr('mro') }}"],
  ['a name with escapes', "{{ ''|attr('\\x5f\\x5fclass\\x5f\\x5f') }}"],
  ['a name with octal and Unicode escapes', "{{ ''['\\137\\u005fclass\\137_'] }}"],
  ['a name put together', "{{ ''['__cl' ~ 'ass__'] }}"],
  ['a name put together of neighbours', "{{ ''['__cl' 'ass__'] }}"],
  ['a name that is joined', "{{ ''|attr(['__', 'cl', 'ass', '__']|join) }}"],
  ['a name that a method joins', "{{ ''[''.join(['__cla', 'ss__'])] }}"],
  ['a name that is reversed', "{{ ''['__ssalc__'[::-1]] }}{{ ''['__ssalc__'|reverse] }}"],
  ['a name of characters', "{{ ''['%c%cclass%c%c' % (95, 95, 95, 95)] }}"],
  ['a name of formatted characters', "{{ ''|attr('{0:c}{0:c}class{0:c}{0:c}'.format(95)) }}"],
  ['a name with something replaced', "{{ ''|attr('XXclassXX'|replace('X', '_')) }}"],
  ['a name in lower case', "{{ ''|attr('__CLASS__'|lower) }}"],
  ['a name that keywords spell', "{{ ''|attr(dict(__cl=1, ass__=2)|join) }}"],
  ['a name in a variable', "{% set u = '_' * 2 %}{% set n = u ~ 'class' ~ u %}{{ ''[n] }}"],
  ['a name in a namespace', "{% set ns = namespace() %}{% set ns.n = '__class__' %}{{ ''|attr(ns.n) }}"],
  ['a name in a loop', "{% for n in ['__class__'] %}{{ ''[n] }}{% endfor %}"],
  ['the names of maps', "{{ [x]|map(attribute='__class__')|list }}"],
  ['a filter that maps apply', "{{ [x]|map('attr', '__class__')|list }}"],
  ['a selection', "{{ [x]|selectattr('__class__.__base__')|list }}"],
  ['the format of a string', "{{ '{0.__class__.__init__}'.format(x) }}"],
  ['the format of a string with a map', "{{ '{x[__class__]}'.format_map(y) }}"],
  ['frames', '{{ (messages|map).gi_frame.f_globals }}'],
  ['a module by its name', "{{ os.system('id') }}"],
  ['a function by its name', "{{ __import__('os') }}{{ eval('1') }}"],
  ['a method that executes', "{{ x.y.popen('id') }}"],
  ['a file of the machine', "{% include '/etc/passwd' %}"],
  ['a file outside', "{% import '../../secret' as s %}"],
  ['an attribute in a macro', '{% macro m(x) %}{{ x.__class__ }}{% endmacro %}'],
  ['an attribute in a condition', '{% if x.__class__ %}{% endif %}'],
  ['an attribute in a filter block', "{% filter attr('__class__') %}{% endfilter %}"],
  ['an attribute in what a call is given', '{{ f(a, b=[{"c": x.__class__}]) }}'],
  ['an attribute in a default', '{% macro m(x=y.__class__) %}{% endmacro %}'],
  ['an attribute in a test', '{{ a is sameas x.__class__ }}{{ a is eq(x.__class__) }}'],
  ['an attribute after something raw', '{% raw %}{% x %}{% endraw %}{{ x.__class__ }}'],
  ['an attribute after braces in a string', "{{ '}}' ~ x.__class__ }}"],
];

const REVIEW: readonly (readonly [string, string, string])[] = [
  ['an attribute that is not known before', '{{ x|attr(y) }}', 'template.built-name'],
  ['a name of parts that are not known', "{{ x[a ~ 'ss__'] }}", 'template.built-name'],
  [
    'a variable that is set twice',
    "{% set n = 'role' %}{% set n = messages[0].content %}{{ x|attr(n) }}",
    'template.built-name',
  ],
  ['another template', "{% include 'header.jinja' %}", 'template.other-template'],
  ['an object of a web framework', '{{ request.args.x }}', 'template.unusual-name'],
  ['a tool of Jinja', "{{ cycler('a', 'b').next() }}", 'template.unusual-name'],
  ['the template itself', '{{ self.head() }}', 'template.unusual-name'],
  ['the method format, which is kept', '{% set f = x.format %}', 'template.format-taken'],
  ['a format that is not known', '{{ message.content.format(a) }}', 'template.format-unknown'],
  ['the name of an internal attribute in a string', "{{ f('__globals__') }}", 'template.dunder-string'],
  ['a range without end', '{% for i in range(10 ** 1, 99999999) %}{% endfor %}', 'template.exhausting-range'],
  ['everything it is given', '{% debug %}', 'template.debug'],
];

describe('a chat template', () => {
  it.each(BENIGN)('with %s is clean', async (_name, template) => {
    const inspection = await inspectedAs(template, chatTemplate);
    expect(inspection).toMatchObject({ verdict: 'clean', status: 'complete', observations: [], notRead: [] });
  });

  it.each(DANGEROUS)('that reaches %s is dangerous', async (_name, template) => {
    const inspection = await inspectedAs(`{% if true %}{% endif %}${template}`, chatTemplate);
    expect(inspection).toMatchObject({ verdict: 'dangerous', status: 'complete' });
  });

  it.each(REVIEW)('that reaches %s is for a person to look at', async (_name, template, rule) => {
    const inspection = await inspectedAs(`{% if true %}{% endif %}${template}`, chatTemplate);
    expect(rulesOf(inspection)).toContain(rule);
    expect(inspection.verdict).toBe('review');
  });

  it('says what it holds, on one line and not at length', async () => {
    const { observations } = await inspectedAs(`{{ ''.__class__\n${' '.repeat(2000)} }}`, chatTemplate);
    expect(observations[0]?.text).toMatch(
      /^The template “chat_template” reaches __class__, which leads out of it: “[^\n]*”$/,
    );
    expect(observations[0]?.text.length).toBeLessThan(300);
  });

  it.each([
    ['a statement nobody knows', '{% frobnicate x %}'],
    ['a tag without an end', "{{ ''"],
    ['an expression without an end', '{{ (a }}'],
    ['brackets without end', `{{ ${'('.repeat(50_000)} }}`],
    ['attributes without end', `{{ a${'.b'.repeat(50_000)} }}`],
    ['sums without end', `{{ a${' + a'.repeat(50_000)} }}`],
    ['negations without end', `{{ ${'not '.repeat(50_000)} }}`],
    ['choices without end', `{{ ${'a if '.repeat(50_000)}b }}`],
    ['signs and powers without end', `{{ ${'-'.repeat(50_000)}1${' ** 1'.repeat(50_000)} }}`],
    ['more tokens than anybody reads', '{{a}}'.repeat(1) + '{{ [1] }}'.repeat(70_000)],
  ])('with %s is not called clean, and does not take long', async (_name, template) => {
    const inspection = await inspectedAs(`{# #}${template}`, chatTemplate);
    expect(inspection).toMatchObject({ verdict: 'review', status: 'partial' });
    expect(inspection.milliseconds).toBeLessThan(2000);
  });

  it('never makes a string that is longer than one that anybody reads', async () => {
    const doubling = `{% set a = 'x' * 9999 %}${'{% set a = a ~ a %}'.repeat(1000)}{{ a|replace('x', a) }}`;
    expect((await inspectedAs(doubling, chatTemplate)).milliseconds).toBeLessThan(1000);
  });

  it('is told from other text', async () => {
    for (const text of [
      '{"chat_template": "{% if a %}"}',
      'key: "{% if a %}"\n',
      '<html>{% if a %}',
      'plain {{ text }}',
    ])
      expect((await inspectedAs(text, chatTemplate)).formats).toEqual([]);
  });

  it('never throws for what is damaged', async () => {
    for (const [, template] of [...BENIGN, ...DANGEROUS])
      await expectRobust(Buffer.from(template), [chatTemplate], { changes: 40 });
  });
});
