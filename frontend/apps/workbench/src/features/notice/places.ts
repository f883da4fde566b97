/** Where what a notice is about can be seen and done. */
const PLACES: Readonly<Record<string, (id: string) => string>> = {
  fasttrack_case: (id) => `/fasttrack/${id}`,
  need: (id) => `/needs?need=${id}`,
  contact_assignment: (id) => `/contacts?open=${id}`,
  recognition_application: (id) => `/recognition/${id}`,
  recognition: (id) => `/recognitions?open=${id}`,
  recognition_sheet: (id) => `/scoring/${id}`,
  appointment: () => '/handovers',
}

export const placeOf = (notice: { about: string; aboutId: string | null }): string | undefined =>
  notice.aboutId ? PLACES[notice.about]?.(notice.aboutId) : undefined
