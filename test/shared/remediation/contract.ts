import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '#shared/model/finding.ts';
import type { Json, JsonObject } from '#shared/model/json.ts';
import type { Remediation } from '#shared/model/remediation.ts';
import { actOnRemediation } from '#shared/remediation/act.ts';
import { approveRemediation } from '#shared/remediation/approve.ts';
import type { RemediationFleet } from '#shared/remediation/fleet.ts';
import { planRemediation } from '#shared/remediation/plan.ts';
import { undoRemediation } from '#shared/remediation/undo.ts';
import { ANA, recordOf, refusalOf } from './bucket-case.ts';

/** A change that left the client, as it was sent. */
export interface SentWrite {
  readonly operation: string;
  readonly body: Json;
}

/** One action on one asset of a loopback cloud, with an open finding of a check that it fixes. */
export interface ActionCase {
  readonly fleet: RemediationFleet;
  readonly finding: Finding;
  /** The asset as the cloud has it now, without what marks its version. */
  present(): JsonObject;
  readonly writes: readonly SentWrite[];
  /** Which of the two identities was asked for a token, each time. */
  readonly identities: readonly ('reader' | 'remediator')[];
  /** Somebody else sets the same setting to a third value. */
  disturb(): void;
  /** Somebody else sets it back to what it was before the remediation, or to whatever was given. */
  replace(asset: JsonObject): void;
  /** Happens when the next write arrives at the cloud, before it is looked at. */
  meanwhile(happens: () => void): void;
  fault(kind: 'denied' | 'cut' | 'server-error', of: 'read' | 'write'): void;
  close(): Promise<void>;
}

export interface Expected {
  readonly operation: string;
  readonly permission: string;
  /** The whole body of the write. */
  readonly act: Json;
  readonly undo: Json;
  /** The cloud refuses a write onto what has changed since it was read. */
  readonly isConditional: boolean;
}

/** What holds of every action, against the clouds on loopback through the real clients. */
export function holdsTheContract(open: () => Promise<ActionCase>, expected: Expected): void {
  describe('holds to what every remediation holds to', () => {
    let stage: ActionCase;
    beforeEach(async () => {
      stage = await open();
    });
    afterEach(() => stage.close());

    const plan = async () => recordOf(await planRemediation(stage.fleet, stage.finding.id));
    async function approved(): Promise<Remediation> {
      const { id } = await plan();
      return recordOf(await approveRemediation(stage.fleet, id, ANA));
    }
    const act = async (id: string) => recordOf(await actOnRemediation(stage.fleet, id));
    const undo = async (id: string) => recordOf(await undoRemediation(stage.fleet, id));
    const status = async () => (await stage.fleet.ledger.finding(stage.finding.id))?.status;

    it('plans, acts once approved, is verified by a rescan, and is undone to what was there', async () => {
      const before = stage.present();
      const { id, plan: planned } = await approved();
      expect(planned.step).toMatchObject({
        operation: expected.operation,
        permission: expected.permission,
        target: stage.finding.asset.id,
      });
      expect(stage.writes).toEqual([]);
      expect(stage.identities).not.toContain('remediator');

      expect((await act(id)).status).toBe('verified');
      expect(await status()).toBe('resolved');
      expect(stage.writes).toEqual([{ operation: expected.operation, body: expected.act }]);
      expect(stage.present()).not.toEqual(before);

      expect((await undo(id)).status).toBe('undone');
      expect(await status()).toBe('open');
      expect(stage.writes.slice(1)).toEqual([{ operation: expected.operation, body: expected.undo }]);
      expect(stage.present()).toEqual(before);
      expect(stage.identities).toContain('remediator');
    });

    it('writes once, however often it is asked to act and to undo', async () => {
      const { id } = await approved();
      await act(id);
      expect((await actOnRemediation(stage.fleet, id)).outcome).toBe('unchanged');
      expect(stage.writes).toHaveLength(1);
      await undo(id);
      expect((await undoRemediation(stage.fleet, id)).outcome).toBe('unchanged');
      expect(stage.writes).toHaveLength(2);
    });

    it('refuses where the setting changed between plan and act', async () => {
      const { id } = await approved();
      stage.disturb();
      const disturbed = stage.present();
      expect(await act(id)).toMatchObject({ status: 'failed', failure: { stage: 'act', code: 'drift' } });
      expect(stage.writes).toEqual([]);
      expect(stage.present()).toEqual(disturbed);
    });

    it('refuses to undo what somebody has changed since, or has undone already', async () => {
      const before = stage.present();
      const { id } = await approved();
      await act(id);
      stage.disturb();
      expect(refusalOf(await undoRemediation(stage.fleet, id))).toBe('drift');
      stage.replace(before);
      expect(refusalOf(await undoRemediation(stage.fleet, id))).toBe('nothing-to-undo');
      expect(stage.writes).toHaveLength(1);
    });

    it.runIf(expected.isConditional)(
      'refuses where it changes between being read and being written',
      async () => {
        const { id } = await approved();
        let changed: JsonObject = {};
        stage.meanwhile(() => {
          stage.disturb();
          changed = stage.present();
        });
        expect(await act(id)).toMatchObject({ status: 'failed', failure: { stage: 'act', code: 'drift' } });
        expect(stage.present()).toEqual(changed);
        expect(refusalOf(await undoRemediation(stage.fleet, id))).toBe('wrong-status');
      },
    );

    it('records what is to be granted where the write is refused, and changes nothing', async () => {
      const before = stage.present();
      const { id } = await approved();
      stage.fault('denied', 'write');
      expect(await act(id)).toMatchObject({
        status: 'failed',
        failure: {
          stage: 'act',
          operation: expected.operation,
          permission: expected.permission,
          message: expect.stringContaining(`grant ${expected.permission}`),
        },
      });
      expect(stage.present()).toEqual(before);
      expect(await status()).toBe('open');
      expect(refusalOf(await undoRemediation(stage.fleet, id))).toBe('nothing-to-undo');
    });

    it('takes a write whose reply was lost for made, and can undo it', async () => {
      const before = stage.present();
      const { id } = await approved();
      stage.fault('cut', 'write');
      expect((await act(id)).status).toBe('verified');
      expect(stage.writes).toHaveLength(1);
      await undo(id);
      expect(stage.present()).toEqual(before);
    });

    it('plans nothing from what it could not read', async () => {
      stage.fault('denied', 'read');
      expect(refusalOf(await planRemediation(stage.fleet, stage.finding.id))).toBe('not-read');
    });

    it('says that it cannot act where no identity may write, and asks nobody to', async () => {
      const fleet = { ...stage.fleet, access: { ...stage.fleet.access, whyNoWrite: () => 'no remediator' } };
      const { id, plan: planned } = recordOf(await planRemediation(fleet, stage.finding.id));
      expect(planned).toMatchObject({ cannotAct: 'no remediator', step: { operation: expected.operation } });
      expect(await approveRemediation(fleet, id, ANA)).toMatchObject({
        outcome: 'refused',
        code: 'no-identity',
        message: 'no remediator',
      });
      // Once there is one, the plan as it stands can be approved, and no longer says so.
      expect(recordOf(await approveRemediation(stage.fleet, id, ANA)).plan).not.toHaveProperty('cannotAct');
      expect(refusalOf(await actOnRemediation(fleet, id))).toBe('no-identity');
      expect(stage.writes).toEqual([]);
    });
  });
}
