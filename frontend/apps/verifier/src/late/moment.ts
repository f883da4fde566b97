const SHANGHAI = 8 * 3_600_000

/** A moment as a field for day and time wants it, in Shanghai whatever the zone of the computer: 2026-03-02T09:30. */
export const fieldOf = (moment: Date): string => new Date(moment.getTime() + SHANGHAI).toISOString().slice(0, 16)

/** What such a field says as a moment with its zone. */
export const momentOf = (field: string): string => `${field.slice(0, 16)}:00+08:00`
