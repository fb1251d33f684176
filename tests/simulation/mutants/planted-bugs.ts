/** A small patch of the product's source that breaks one of its promises. `find` must stand exactly once in the file. */
export interface PlantedBug {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

export const plantedBugs: readonly PlantedBug[] = [
  {
    name: 'province-does-not-know-an-id-again',
    file: 'gateway/push/judge-batch.ts',
    find: 'const earlier = this.answers.get(read.head.id);',
    put: 'const earlier = undefined as EarlierAnswer | undefined;',
  },
  {
    name: 'cursor-saved-before-rows',
    file: 'renderer/worker/verdicts/store-pull.ts',
    find: '  await office.store.commit(writes);\n  for (const id of gone)',
    put: '  await office.store.commit(writes.slice(-1));\n  await office.store.commit(writes.slice(0, -1));\n  for (const id of gone)',
  },
  {
    name: 'no-hello-after-a-new-generation',
    file: 'renderer/worker/sync/greet-steps.ts',
    find: 'return generation > state.position.generation ? { ...session, greeted: false } : session;',
    put: 'return session;',
  },
  {
    name: 'rows-kept-after-a-new-generation',
    file: 'renderer/worker/sync/pull-step.ts',
    find: 'if (reply.generation > generation) {',
    put: 'if (reply.generation > generation + 1_000) {',
  },
  {
    name: 'numbers-not-burnt-after-an-older-copy',
    file: 'renderer/worker/boot/recover.ts',
    find: 'export const BURNT_NUMBERS = 10_000;',
    put: 'export const BURNT_NUMBERS = 0;',
  },
  {
    name: 'answer-of-an-older-generation-believed',
    file: 'renderer/worker/sync/push-step.ts',
    find: ' || reply.generation < present.generation',
    put: '',
  },
  {
    name: 'papers-not-sent-again-after-a-restore',
    file: 'renderer/worker/verdicts/store-pull.ts',
    find: "row.state === 'arrived'",
    put: "row.state === 'draft'",
  },
  {
    name: 'tail-of-the-journal-forgotten-at-start',
    file: 'renderer/worker/boot/recover.ts',
    find: '  const acts = await catchUp(office);\n  if ((emptied || another) && (',
    put: '  const acts = 0;\n  if ((emptied || another) && (',
  },
  {
    name: 'refused-text-not-shown',
    file: 'renderer/worker/verdicts/store-verdicts.ts',
    find: '    writes.push(item);\n',
    put: '',
  },
  {
    name: 'name-in-a-clear-column',
    file: 'renderer/worker/store/refold.ts',
    find: 'procedure: dossier.procedure.code,',
    put: 'procedure: dossier.applicant.name,',
  },
  {
    name: 'number-not-consumed',
    file: 'renderer/worker/journal/apply-entry.ts',
    find: 'Math.max(entry.provisional + 1,',
    put: 'Math.max(entry.provisional,',
  },
  {
    name: 'only-waiting-acts-follow-into-a-new-epoch',
    file: 'renderer/worker/journal/epoch-writes.ts',
    find: "const rows = [...(await office.store.all('operations'))];",
    put: 'const rows = [...(await office.store.unansweredOperations())];',
  },
];
