/** The sections, in the order in which a person needs them; the sources come after. */
export const SECTION_IDS = [
  'depends',
  'steps',
  'checklist',
  'fees',
  'calendar',
  'warnings',
  'rights',
  'disputes',
  'form',
] as const;
export type SectionId = (typeof SECTION_IDS)[number];
