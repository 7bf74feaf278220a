import path from 'node:path';
import { type ByteSource, LimitReached, partOf, SourceUnreadable } from '../bytes/byte-source.ts';
import type { Inspecting } from '../format.ts';
import { leavesFolder, listed, quoted } from '../text-of-file.ts';
import { BLOCK, type Header, headerOf, isZero, paxRecords } from './header.ts';

const HEAD = 4096;
const LONGEST_PAX = 1024 * 1024;
const DECIMAL = /^\d{1,15}$/;

/** What stands before a member and holds for it. */
interface Ahead {
  name?: string;
  linkTarget?: string;
  size?: number;
  isSparse?: boolean;
}

/** A folder that an archive unpacks stays in it only where its links do. */
function linkLeaves(name: string, target: string, isHard: boolean): boolean {
  if (leavesFolder(target) === 'is absolute') return true;
  const reached = path.posix.normalize(isHard ? target : path.posix.join(path.posix.dirname(name), target));
  return reached === '..' || reached.startsWith('../');
}

export async function inspectTar(source: ByteSource, inspecting: Inspecting): Promise<void> {
  const names = new Set<string>();
  const links = new Set<string>();
  const code: string[] = [];
  const requirements: string[] = [];
  let ahead: Ahead = {};
  let always: Ahead = {};
  let at = 0;
  let endsProperly = false;
  try {
    for (;;) {
      inspecting.spending.inTime();
      // The head of the member comes with its header, in one request.
      const block = (await source.read(at, BLOCK + HEAD)).subarray(0, BLOCK);
      if (block.length === 0) break;
      if (block.length === BLOCK && isZero(block)) {
        endsProperly = true;
        break;
      }
      const header = headerOf(block);
      if (header === undefined) {
        inspecting.missed(`at byte ${at} there is no header of a member, and what follows was not read`);
        endsProperly = true;
        break;
      }
      inspecting.spending.member();
      const contentAt = at + BLOCK;
      const declared = header.size;
      if (header.kind === 'x' || header.kind === 'g' || header.kind === 'L' || header.kind === 'K') {
        const told = await readAhead(source, contentAt, header, inspecting);
        if (header.kind === 'g') always = { ...always, ...told };
        else ahead = { ...ahead, ...told };
        at = contentAt + Math.ceil(declared / BLOCK) * BLOCK;
        continue;
      }
      const member = { ...header, ...always, ...ahead };
      const isSparse = member.isSparse === true || header.kind === 'S';
      ahead = {};
      names.add(member.name);
      const hasContent = header.kind === '0' || isSparse || !/[1-6]/.test(header.kind);
      const size = hasContent ? member.size : 0;
      tellOfMember(member, links, inspecting);
      if (isSparse)
        inspecting.missed(`${quoted(member.name)}: it is sparse, and its content was not put together`);
      else if (hasContent && size > 0) {
        if (/(?:^|\/)code\/.*\.py$/.test(member.name)) code.push(member.name);
        else if (/(?:^|\/)requirements\.txt$/.test(member.name)) requirements.push(member.name);
        if (source.size !== undefined && contentAt + size > source.size)
          inspecting.missed(`${quoted(member.name)}: it reaches beyond the end of the file`);
        await inspecting.member(
          member.name,
          partOf(source, `${source.name} › ${member.name}`, contentAt, size),
        );
      }
      at = contentAt + Math.ceil(size / BLOCK) * BLOCK;
      if (!Number.isSafeInteger(at)) {
        inspecting.missed(`${quoted(member.name)}: no archive is as long as it says it is`);
        break;
      }
    }
  } catch (error) {
    // What was seen in front of the damage is told, and then the damage.
    if (!(error instanceof SourceUnreadable) && !(error instanceof LimitReached)) throw error;
    inspecting.missed(error.message);
    endsProperly = true;
  }
  if (!endsProperly && source.size !== undefined && at > source.size)
    inspecting.missed('it ends within a member');
  tellOfWhole(names, code, requirements, inspecting);
}

async function readAhead(
  source: ByteSource,
  at: number,
  { kind, size }: Header,
  inspecting: Inspecting,
): Promise<Ahead> {
  if (size > LONGEST_PAX) inspecting.missed(`at byte ${at} there is a header of ${size} bytes`);
  const bytes = await source.read(at, Math.min(size, LONGEST_PAX));
  if (kind === 'L' || kind === 'K') {
    const end = bytes.indexOf(0);
    const long = Buffer.from(end < 0 ? bytes : bytes.subarray(0, end)).toString('utf8');
    return kind === 'L' ? { name: long } : { linkTarget: long };
  }
  const records = paxRecords(bytes);
  const [name, linkTarget, length] = [records.get('path'), records.get('linkpath'), records.get('size')];
  return {
    ...(name === undefined ? {} : { name }),
    ...(linkTarget === undefined ? {} : { linkTarget }),
    ...(length !== undefined && DECIMAL.test(length) ? { size: Number(length) } : {}),
    ...([...records.keys()].some((key) => key.startsWith('GNU.sparse.')) ? { isSparse: true } : {}),
  };
}

function tellOfMember(member: Header, links: Set<string>, inspecting: Inspecting): void {
  const { name, kind, linkTarget } = member;
  const leaves = leavesFolder(name);
  if (leaves !== undefined)
    inspecting.observe({
      rule: 'tar.name-leaves-folder',
      effect: 'dangerous',
      text: `The name ${quoted(name)} ${leaves}: unpacking it writes a file wherever the archive says.`,
    });
  if (kind === '1' || kind === '2') {
    const isOut = linkLeaves(name, linkTarget, kind === '1');
    inspecting.observe({
      rule: isOut ? 'tar.link-leaves-folder' : 'tar.link',
      effect: isOut ? 'dangerous' : 'note',
      text: `${quoted(name)} is a ${kind === '1' ? 'hard' : 'symbolic'} link to ${quoted(linkTarget)}${isOut ? ', outside of the folder that is unpacked' : ''}.`,
    });
    links.add(name.replace(/\/$/, ''));
  } else if (throughLink(name, links))
    inspecting.observe({
      rule: 'tar.written-through-link',
      effect: 'review',
      text: `${quoted(name)} is written through a link that the archive made before.`,
    });
  if (kind === '3' || kind === '4' || kind === '6')
    inspecting.observe({
      rule: 'tar.device',
      effect: 'review',
      text: `${quoted(name)} is a ${kind === '6' ? 'named pipe' : 'device'}, which no model holds.`,
    });
}

const DEEPEST = 64;

function throughLink(name: string, links: ReadonlySet<string>): boolean {
  if (links.size === 0) return false;
  if (links.has(name)) return true;
  let slash = name.indexOf('/');
  for (let depth = 0; slash > 0 && depth < DEEPEST; depth++) {
    if (links.has(name.slice(0, slash))) return true;
    slash = name.indexOf('/', slash + 1);
  }
  return false;
}

function tellOfWhole(
  names: ReadonlySet<string>,
  code: readonly string[],
  requirements: readonly string[],
  inspecting: Inspecting,
): void {
  if (['pickle', 'storages', 'tensors'].every((name) => names.has(name) || names.has(`./${name}`)))
    inspecting.observe({
      rule: 'tar.pytorch',
      effect: 'note',
      text: 'It is a PyTorch archive as they were before version 0.1.10: each of its members is a pickle.',
    });
  if (code.length > 0)
    inspecting.observe({
      rule: 'tar.inference-code',
      effect: 'note',
      text: `An endpoint of SageMaker that is given this archive runs the code in it: ${listed(code)}.`,
    });
  if (requirements.length > 0)
    inspecting.observe({
      rule: 'tar.requirements',
      effect: 'note',
      text: `An endpoint of SageMaker may install what it lists when it starts: ${listed(requirements)}.`,
    });
}
