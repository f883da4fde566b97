/** Steps, in the words of the flows, by which something ends badly: nobody is to take one because it stands out. */
export const ENDS_BADLY: ReadonlySet<string> = new Set([
  'call_off',
  'cancel',
  'decline',
  'disable',
  'discard',
  'drop',
  'exit',
  'refuse',
  'reject',
  'stop',
  'suspend',
  'sustain',
  'sustain_objection',
  'violate',
  'withdraw',
])

/** How a step is drawn: the first one allowed is the thing to do, unless it ends something badly. */
export const buttonType = (act: { step: string; danger?: boolean }, first: boolean) =>
  act.danger ? 'danger' : first && !ENDS_BADLY.has(act.step) ? 'primary' : undefined
