/** How long the phone of the last holder may stay before the camera. */
const STAYS = 3000
let last = { code: '', seen: -STAYS }

/** Whether a code is newly held up: that of the holder just served is still there when the camera opens again. */
export function freshly(code: string, now: number): boolean {
  const same = last.code === code && now - last.seen < STAYS
  if (!same) last = { code, seen: now }
  return !same
}

/** From now on the code that was read may stay a while. */
export const servedAt = (now: number): void => {
  last = { ...last, seen: now }
}
